package io.paymentsengine.simulation.fate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Every way in which a limited number of blows can fall, one after the other. Whatever else is open
/// goes its usual way: who is first in line goes first.
///
/// A way is the list of its answers, each whether a blow fell where one could. The next way is found
/// by turning the last "no" into a "yes" and forgetting what came behind it.
public final class EveryFate implements Fate {

    private final Map<Blow, Integer> limits;
    private final List<Boolean> way = new ArrayList<>();
    private final Map<Blow, Integer> left = new EnumMap<>(Blow.class);
    private int at;

    /// @param limits how often each blow falls at most; what is not named never does
    public EveryFate(Map<Blow, Integer> limits) {
        this.limits = Map.copyOf(limits);
        this.left.putAll(limits);
    }

    /// Turns to the next way.
    ///
    /// @return whether there is one
    public boolean turn() {
        int last = way.lastIndexOf(false);
        if (last < 0) {
            return false;
        }
        way.subList(last, way.size()).clear();
        way.add(true);
        again();
        return true;
    }

    /// Goes the same way from its beginning.
    public void again() {
        at = 0;
        left.clear();
        left.putAll(limits);
    }

    @Override
    public boolean strikes(Blow blow) {
        int remaining = left.getOrDefault(blow, 0);
        if (remaining == 0) {
            return false;
        }
        if (at == way.size()) {
            way.add(false);
        }
        boolean strikes = way.get(at++);
        if (strikes) {
            left.put(blow, remaining - 1);
        }
        return strikes;
    }

    @Override
    public int below(int bound) {
        return 0;
    }
}
