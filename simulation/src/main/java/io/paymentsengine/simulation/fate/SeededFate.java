package io.paymentsengine.simulation.fate;

import java.util.SplittableRandom;

/// Random decisions from a seed.
public final class SeededFate implements Fate {

    private static final int MYRIAD = 10_000;

    private final SplittableRandom random;

    public SeededFate(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public boolean strikes(Blow blow) {
        return random.nextInt(MYRIAD) < blow.perMyriad();
    }

    @Override
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
