package io.paymentsengine.platform.telemetry;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The place of the current work in a trace: the `traceparent` of W3C Trace Context, carried from
/// the request into each message that results from it.
///
/// @param traceId 32 hexadecimal digits, not all zero
/// @param parentId 16 hexadecimal digits, not all zero
/// @param flags 2 hexadecimal digits
public record TraceParent(String traceId, String parentId, String flags) {

    /// The name of the HTTP header.
    public static final String HEADER = "traceparent";

    /// Version ff is forbidden. Only versions after 00 may append fields, which are ignored.
    private static final Pattern FORM =
            Pattern.compile(
                    "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})"
                            + "-([0-9a-f]{2})((?<!^00-.{52})-.*)?");

    /// The flags of a trace that nobody collects; its header ends with them.
    public static final String NOT_SAMPLED = "00";

    private static final ScopedValue<TraceParent> CURRENT = ScopedValue.newInstance();

    /// Parses the header. The result is empty if the header is absent or malformed: a broken trace
    /// must not break a payment.
    public static Optional<TraceParent> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(header);
        return form.matches()
                ? Optional.of(new TraceParent(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /// A new trace, for work that came without one.
    public static TraceParent generate() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        // The lowest bit is set so that no id is all zeros.
        String traceId =
                hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
        return new TraceParent(traceId, hex.toHexDigits(random.nextLong() | 1), NOT_SAMPLED);
    }

    /// The trace of the current work, or empty outside of any.
    public static Optional<TraceParent> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The current trace as the value of a message header, or null outside of any.
    public static @Nullable String currentHeader() {
        return CURRENT.isBound() ? CURRENT.get().header() : null;
    }

    /// Runs the work as part of this trace.
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /// The header's value, such as `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`.
    public String header() {
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }
}
