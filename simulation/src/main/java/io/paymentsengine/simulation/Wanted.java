package io.paymentsengine.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;

/// The settings given with `-D`: either `ways`, or `seed` and `payments`. Maven passes unset settings as
/// empty strings; these count as not given.
///
/// @param ways the hazards to run exhaustively; empty for a random run
record Wanted(List<Hazard> ways, long seed, int payments) {

    private static final String ALL = "all";
    private static final int PAYMENTS = 100_000;

    Wanted {
        ways = List.copyOf(ways);
    }

    /// @throws IllegalArgumentException if a setting is invalid
    static Wanted of(Properties told) {
        String seed = told.getProperty("seed", "").strip();
        String payments = told.getProperty("payments", "").strip();
        return new Wanted(
                ways(told.getProperty("ways", "").strip()),
                seed.isEmpty()
                        ? new SplittableRandom().nextLong(Long.MAX_VALUE)
                        : whole("seed", seed, Long.MIN_VALUE, Long.MAX_VALUE),
                payments.isEmpty()
                        ? PAYMENTS
                        : (int) whole("payments", payments, 1, Integer.MAX_VALUE));
    }

    private static List<Hazard> ways(String named) {
        List<Hazard> hazards = List.of(Hazard.values());
        if (named.isEmpty() || named.equals(ALL)) {
            return named.isEmpty() ? List.of() : hazards;
        }
        return hazards.stream()
                .filter(hazard -> hazard.name().equals(named))
                .findFirst()
                .map(List::of)
                .orElseThrow(
                        () ->
                                refused(
                                        "ways",
                                        named,
                                        "must be %s or one of %s"
                                                .formatted(ALL, Arrays.toString(Hazard.values()))));
    }

    private static long whole(String name, String text, long least, long most) {
        String wanted = "a whole number" + (least == Long.MIN_VALUE ? "" : " from " + least);
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw refused(name, text, wanted);
        }
        throw refused(name, text, wanted);
    }

    private static IllegalArgumentException refused(String name, String text, String wanted) {
        return new IllegalArgumentException("-D%s=%s: %s".formatted(name, text, wanted));
    }
}
