/// Tests of access to a cluster that need no cluster.
@NullMarked
package io.paymentsengine.suite.cluster;

import org.jspecify.annotations.NullMarked;
