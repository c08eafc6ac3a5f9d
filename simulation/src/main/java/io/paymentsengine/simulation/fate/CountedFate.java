package io.paymentsengine.simulation.fate;

import java.util.EnumMap;
import java.util.Map;

/// Counts the blows of another fate, which can be replaced between two worlds, and computes a fingerprint of
/// everything it decides.
public final class CountedFate implements Fate {

    private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);
    private Fate fate;
    private long print;

    public CountedFate(Fate fate) {
        this.fate = fate;
    }

    /// Starts over with another fate.
    public void reset(Fate next) {
        fate = next;
        blows.clear();
        print = 0;
    }

    @Override
    public boolean strikes(Blow blow) {
        boolean strikes = fate.strikes(blow);
        if (strikes) {
            blows.merge(blow, 1, Integer::sum);
            print = 31 * print + blow.name().hashCode();
        }
        return strikes;
    }

    @Override
    public int below(int bound) {
        int decided = fate.below(bound);
        print = 31 * print + decided + bound;
        return decided;
    }

    public Map<Blow, Integer> blows() {
        return blows;
    }

    public long print() {
        return print;
    }
}
