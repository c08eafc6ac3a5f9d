/// Tests that the checker finds what it looks for.
@NullMarked
package io.paymentsengine.suite.invariants;

import org.jspecify.annotations.NullMarked;
