/// Tests that every way is taken.
@NullMarked
package io.paymentsengine.simulation.fate;

import org.jspecify.annotations.NullMarked;
