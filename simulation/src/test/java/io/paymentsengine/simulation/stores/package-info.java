/// That the stores in memory are as those of production.
@NullMarked
package io.paymentsengine.simulation.stores;

import org.jspecify.annotations.NullMarked;
