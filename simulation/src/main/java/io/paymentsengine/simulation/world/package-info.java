/// A world: the four services on simulated stores, their clients, what befalls them, and what has to
/// be true of it in the end.
@NullMarked
package io.paymentsengine.simulation.world;

import org.jspecify.annotations.NullMarked;
