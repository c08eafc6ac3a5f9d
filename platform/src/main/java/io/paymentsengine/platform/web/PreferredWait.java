package io.paymentsengine.platform.web;

import java.time.Duration;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a client would wait for a final state: `Prefer: wait=N` (RFC 7240). A preference is
/// never refused: what can't be read is as if it were not there, and what is too long is shortened.
///
/// @param atMost zero where the client does not want to wait
public record PreferredWait(Duration atMost) {

    public static final String HEADER = "Prefer";
    public static final String APPLIED_HEADER = "Preference-Applied";

    /// A mesh or a client gives up on a connection soon after that.
    public static final Duration MAX = Duration.ofSeconds(30);

    public static final PreferredWait NONE = new PreferredWait(Duration.ZERO);

    private static final Pattern WAIT =
            Pattern.compile(
                    "(?:^|,)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:;[^,]*)?(?=,|$)",
                    Pattern.CASE_INSENSITIVE);

    public PreferredWait {
        atMost = atMost.compareTo(MAX) > 0 ? MAX : atMost;
    }

    /// Reads the header's lines; the first `wait` counts.
    public static PreferredWait parse(Collection<String> lines) {
        Matcher wait = WAIT.matcher(String.join(",", lines));
        return wait.find()
                ? new PreferredWait(Duration.ofSeconds(Long.parseLong(wait.group(1))))
                : NONE;
    }

    /// Whether there is anything to wait for.
    public boolean isWanted() {
        return atMost.isPositive();
    }

    /// What [#APPLIED_HEADER] says where the answer waited.
    public String applied() {
        return "wait=" + atMost.toSeconds();
    }
}
