package io.paymentsengine.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Points in time as RFC 3339. Any offset is read; UTC with milliseconds is written. The range is
/// what PostgreSQL can store and a four-digit year can express: in UTC, the years 1 to 9999.
public final class Instants {

    /// [java.time.OffsetDateTime] would accept years of nine digits and no offset above 18 hours.
    private static final Pattern RFC_3339 =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)"
                            + "(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /// PostgreSQL rounds to microseconds: anything later would become the year 10000.
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Instants() {}

    /// Parses a time such as `2026-01-31T12:00:00.000Z`.
    ///
    /// @throws IllegalArgumentException if the text is not such a time, or is out of range
    public static Instant parse(String text) {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            throw malformed(null);
        }
        Instant instant = instantOf(parts);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("must be a time of the years 0001 to 9999 in UTC");
        }
        return instant;
    }

    private static Instant instantOf(Matcher parts) {
        try {
            return LocalDateTime.parse(parts.group(1))
                    .minusMinutes(minutesAhead(parts))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchDay) {
            throw malformed(noSuchDay);
        }
    }

    private static int minutesAhead(Matcher parts) {
        if (parts.group(2) == null) {
            return 0;
        }
        int minutes = 60 * Integer.parseInt(parts.group(3)) + Integer.parseInt(parts.group(4));
        return parts.group(2).equals("-") ? -minutes : minutes;
    }

    /// Formats the instant in UTC, truncated to milliseconds.
    public static String format(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    private static IllegalArgumentException malformed(@Nullable DateTimeException cause) {
        return new IllegalArgumentException(
                "must be an RFC 3339 time, such as 2026-01-31T12:00:00.000Z", cause);
    }
}
