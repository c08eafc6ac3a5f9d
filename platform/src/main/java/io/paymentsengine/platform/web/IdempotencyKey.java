package io.paymentsengine.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Identifies repeats of a request (draft-ietf-httpapi-idempotency-key-header-07). The draft's
/// quoted form and the bare form that many clients send mean the same key.
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /// Header of an answer: the answer is that of the first request, and nothing was done again.
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int LENGTH_MAX = 255;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + LENGTH_MAX + "}");

    /// An sf-string of RFC 8941: only quotes and backslashes are escaped.
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){0,510})\"");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern BARE = Pattern.compile("[^\"].*");

    public IdempotencyKey {
        if (!VISIBLE.matcher(value).matches()) {
            throw malformed();
        }
    }

    /// Parses the header's value.
    ///
    /// @throws IllegalArgumentException if it is in neither form, or is not 1 to 255 visible
    ///     characters
    public static IdempotencyKey parse(String header) {
        Matcher quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return new IdempotencyKey(ESCAPED.matcher(quoted.group(1)).replaceAll("$1"));
        }
        if (!BARE.matcher(header).matches()) {
            throw malformed();
        }
        return new IdempotencyKey(header);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "must be 1 to 255 visible ASCII characters, in double quotes or bare");
    }
}
