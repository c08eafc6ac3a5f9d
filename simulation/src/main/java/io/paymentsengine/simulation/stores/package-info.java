/// In-memory implementations of the services' stores. As in production, a transaction takes effect as a whole
/// or not at all, and what the databases' constraints reject is rejected.
@NullMarked
package io.paymentsengine.simulation.stores;

import org.jspecify.annotations.NullMarked;
