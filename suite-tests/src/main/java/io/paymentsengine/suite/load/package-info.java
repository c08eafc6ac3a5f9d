/// How fast the suite is and what a payment costs: load, measured alongside a reference.
@NullMarked
package io.paymentsengine.suite.load;

import org.jspecify.annotations.NullMarked;
