package io.paymentsengine.simulation.fate;

import java.util.List;

/// Decides all that a world leaves open. The same fate makes the same world.
public interface Fate {

    /// Whether this happens here and now.
    boolean strikes(Blow blow);

    /// Any number from 0 to below this.
    int below(int bound);

    /// Any of these.
    default <T> T oneOf(List<T> several) {
        return several.get(below(several.size()));
    }
}
