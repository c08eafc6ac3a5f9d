package io.paymentsengine.suite.campaign;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What happened during a fault.
///
/// @param target the target for `back`
/// @param began milliseconds since the start of the load
/// @param lasted duration until its end was initiated
/// @param mending duration from then until what was broken was ready again
/// @param usual payments per second before the fault
/// @param during payments per second during the fault
/// @param back duration from the end of the fault until payments flowed as usual; empty if that was not
///     observed
/// @param flows whether payments flowed at all when the observation ended
record Observed(
        String name,
        Duration target,
        long began,
        Duration lasted,
        Duration mending,
        double usual,
        double during,
        Optional<Duration> back,
        boolean flows) {

    /// Whether recovery took longer than its target.
    boolean missedTarget() {
        return back.isEmpty() || back.get().compareTo(target) > 0;
    }

    /// What counts as a violation. The time until payments flow as usual depends on the machine as well, so a
    /// missed target does not count; that no payments flow does. If none flowed before the fault, recovery
    /// cannot be judged.
    Optional<String> complaint() {
        if (usual == 0) {
            return Optional.of("no payments flowed before it: " + line());
        }
        return flows ? Optional.empty() : Optional.of("no recovery: " + line());
    }

    /// One line for the report.
    String line() {
        return String.format(
                Locale.ROOT,
                "%-30s at %6.1f s  lasted %5.1f s  fixed in %5.1f s  %4.0f/s before, %4.0f/s during"
                        + "  recovered in %s%s",
                name,
                began / 1000.0,
                seconds(lasted),
                seconds(mending),
                usual,
                during,
                back.map(time -> String.format(Locale.ROOT, "%.1f s", seconds(time))).orElse("-"),
                missedTarget() ? verdict() : "");
    }

    private String verdict() {
        return flows ? "  MISSED its target of " + target.toSeconds() + " s" : "  DID NOT RECOVER";
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
