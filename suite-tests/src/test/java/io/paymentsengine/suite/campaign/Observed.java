package io.paymentsengine.suite.campaign;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What a fault did.
///
/// @param target how soon after its end all should flow again
/// @param began in milliseconds since the start of the load
/// @param lasted until mending began
/// @param mending until what was broken was ready again
/// @param usual payments per second before it
/// @param during payments per second while it lasted
/// @param back from then until payments flowed as usual; empty if that was never seen
/// @param flows whether payments flowed at all when nobody watched any longer
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

    /// Whether it took longer than it should.
    boolean missedTarget() {
        return back.isEmpty() || back.get().compareTo(target) > 0;
    }

    /// What must not be. How fast payments flow again tells as much about the machine; that none flowed
    /// tells of the suite, and where none flowed before, nothing tells whether any do again.
    Optional<String> complaint() {
        if (usual == 0) {
            return Optional.of("no payments flowed before it: " + line());
        }
        return flows ? Optional.empty() : Optional.of("no recovery: " + line());
    }

    /// One line for people.
    String line() {
        return String.format(
                Locale.ROOT,
                "%-30s at %6.1f s  lasted %5.1f s  mended in %5.1f s  %4.0f/s before, %4.0f/s in it"
                        + "  back in %s%s",
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
