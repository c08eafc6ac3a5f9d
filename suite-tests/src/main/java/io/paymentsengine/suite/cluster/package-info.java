/// The suite in a cluster, for whoever judges it there: where it is, how one comes in, and what an
/// operator may do to it.
@NullMarked
package io.paymentsengine.suite.cluster;

import org.jspecify.annotations.NullMarked;
