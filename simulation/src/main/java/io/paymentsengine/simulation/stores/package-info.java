/// The stores that the services ask for, in memory: what a transaction did happens as a whole or not
/// at all, and what the databases' constraints refuse is refused.
@NullMarked
package io.paymentsengine.simulation.stores;

import org.jspecify.annotations.NullMarked;
