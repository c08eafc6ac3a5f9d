/// That the load is what it says to be.
@NullMarked
package io.paymentsengine.suite.load;

import org.jspecify.annotations.NullMarked;
