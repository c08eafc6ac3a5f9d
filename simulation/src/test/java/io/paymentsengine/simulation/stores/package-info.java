/// Tests that in-memory stores behave as production's.
@NullMarked
package io.paymentsengine.simulation.stores;

import org.jspecify.annotations.NullMarked;
