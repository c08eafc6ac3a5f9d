package io.paymentsengine.simulation.fate;

import java.util.List;

/// Decides everything that a world leaves open. The same fate produces the same world.
public interface Fate {

    /// Whether this blow falls here and now.
    boolean strikes(Blow blow);

    /// A number from 0 to below the bound.
    int below(int bound);

    /// One of these elements.
    default <T> T oneOf(List<T> several) {
        return several.get(below(several.size()));
    }
}
