/// Tests that the load is what it claims to be.
@NullMarked
package io.paymentsengine.suite.load;

import org.jspecify.annotations.NullMarked;
