package io.paymentsengine.saga.domain;

import java.time.Duration;

/// How long a saga waits.
///
/// @param step for an answer, before it requests the step again
/// @param stepMax for an answer at most, however often it has requested the step
/// @param saga in total, before it turns back
/// @param attention without a move, before a person should look
public record Timeouts(Duration step, Duration stepMax, Duration saga, Duration attention) {

    /// Limits the exponent: 2^20 seconds already exceed any sensible maximum, and are far from an
    /// overflow.
    private static final int DOUBLINGS_MAX = 20;

    public Timeouts {
        if (!step.isPositive() || !saga.isPositive() || !attention.isPositive()) {
            throw new IllegalArgumentException("timeouts must be positive");
        }
        if (stepMax.compareTo(step) < 0) {
            throw new IllegalArgumentException(
                    "the longest timeout of a step must not be shorter than the first");
        }
    }

    /// The wait after this many repeated requests: twice as long each time, up to the maximum.
    public Duration stepAfter(int repeats) {
        Duration doubled = step.multipliedBy(1L << Math.min(repeats, DOUBLINGS_MAX));
        return doubled.compareTo(stepMax) < 0 ? doubled : stepMax;
    }
}
