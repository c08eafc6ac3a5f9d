/// The suite in a cluster, for tests that run against it: where it is, how to reach it, and what an operator
/// may do to it.
@NullMarked
package io.paymentsengine.suite.cluster;

import org.jspecify.annotations.NullMarked;
