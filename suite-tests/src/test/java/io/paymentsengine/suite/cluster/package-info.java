/// What can be said of ways into a cluster without one.
@NullMarked
package io.paymentsengine.suite.cluster;

import org.jspecify.annotations.NullMarked;
