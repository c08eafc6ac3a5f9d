package io.paymentsengine.simulation;

import static io.paymentsengine.simulation.fate.Blow.ACCOUNT_CHANGE;
import static io.paymentsengine.simulation.fate.Blow.CANCELLATION;
import static io.paymentsengine.simulation.fate.Blow.CRASH;
import static io.paymentsengine.simulation.fate.Blow.DELAY;
import static io.paymentsengine.simulation.fate.Blow.LOSS;
import static io.paymentsengine.simulation.fate.Blow.PAUSE;
import static io.paymentsengine.simulation.fate.Blow.REPEAT;

import io.paymentsengine.simulation.fate.Blow;
import java.util.Map;

/// What a single payment is exposed to in an exhaustive run: at most this many blows of each kind, each tried
/// at every place where it can fall.
@SuppressWarnings("ImmutableEnumChecker") // the maps are never changed
enum Hazard {
    TWO_CRASHES(Map.of(CRASH, 2)),
    TWO_REPEATS_AND_A_DELAY(Map.of(REPEAT, 2, DELAY, 1)),
    TWO_LOSSES_AND_A_CRASH(Map.of(LOSS, 2, CRASH, 1)),
    A_CRASH_A_REPEAT_AND_A_DELAY(Map.of(CRASH, 1, REPEAT, 1, DELAY, 1)),
    A_CANCELLATION_AND_A_CRASH(Map.of(CANCELLATION, 1, CRASH, 1)),
    A_CANCELLATION_AND_A_DELAY(Map.of(CANCELLATION, 1, DELAY, 1)),
    A_FROZEN_CREDITOR_AND_A_CRASH(Map.of(ACCOUNT_CHANGE, 1, CRASH, 1)),
    PASSED_DEADLINES_AND_A_CRASH(Map.of(PAUSE, 1, CRASH, 1)),
    PASSED_DEADLINES_AND_A_DELAY(Map.of(PAUSE, 1, DELAY, 1)),

    /// The usual faults all at once; takes minutes.
    TWO_CRASHES_TWO_REPEATS_AND_A_DELAY(Map.of(CRASH, 2, REPEAT, 2, DELAY, 1));

    private final Map<Blow, Integer> blows;

    Hazard(Map<Blow, Integer> blows) {
        this.blows = blows;
    }

    Map<Blow, Integer> blows() {
        return blows;
    }
}
