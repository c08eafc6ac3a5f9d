package io.paymentsengine.platform.web;

import java.time.Duration;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a client is willing to wait for a final state: `Prefer: wait=N` (RFC 7240). A
/// preference is never refused: an unreadable one is ignored, and one that is too long is
/// shortened.
///
/// @param atMost zero if the client does not want to wait
public record PreferredWait(Duration atMost) {

    public static final String HEADER = "Prefer";
    public static final String APPLIED_HEADER = "Preference-Applied";

    /// A mesh or a client gives up on a connection soon after this.
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

    /// Whether the client wants to wait.
    public boolean isWanted() {
        return atMost.isPositive();
    }

    /// The value of [#APPLIED_HEADER] for an answer that waited.
    public String applied() {
        return "wait=" + atMost.toSeconds();
    }
}
