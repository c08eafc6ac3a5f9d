package io.paymentsengine.simulation.fate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Enumerates every way in which a limited number of blows can fall, one after the other. Everything else
/// takes its default course: the first candidate always goes first.
///
/// A way is a list of answers, each saying whether a blow fell at a place where it could. The next way is
/// found by turning the last "no" into a "yes" and dropping all answers after it.
public final class EveryFate implements Fate {

    private final Map<Blow, Integer> limits;
    private final List<Boolean> way = new ArrayList<>();
    private final Map<Blow, Integer> left = new EnumMap<>(Blow.class);
    private int at;

    /// @param limits the most often each blow falls; blows not in the map never fall
    public EveryFate(Map<Blow, Integer> limits) {
        this.limits = Map.copyOf(limits);
        this.left.putAll(limits);
    }

    /// Moves on to the next way.
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

    /// Repeats the current way from its beginning.
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
