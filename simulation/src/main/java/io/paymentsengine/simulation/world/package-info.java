/// A world: the four services on simulated stores, their clients, the faults they are exposed to, and what
/// must be true in the end.
@NullMarked
package io.paymentsengine.simulation.world;

import org.jspecify.annotations.NullMarked;
