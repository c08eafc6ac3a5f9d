package io.paymentsengine.suite.invariants;

import io.paymentsengine.localstack.service.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one service says about payments. What two services say is compared while it is read, in the order of
/// payments, because there can be more payments than fit into memory.
///
/// @param query returns one row for each payment: `payment`, which includes the tenant, and what is `told`
///     about it
record Telling(Service service, String query) {

    private static final int ROWS_AT_ONCE = 10_000;

    /// Everything told, by payment.
    Map<String, String> in(Books books) {
        Map<String, String> told = new HashMap<>();
        try (Stream<SideBySide.Told> all = sorted(books)) {
            all.forEach(each -> told.put(each.payment(), each.told()));
        }
        return told;
    }

    /// The payments about which this and the other say something different, or only one of them says
    /// anything.
    Stream<String> differencesTo(Telling other, Books books) {
        return wrong(both -> !Objects.equals(both.here(), both.there()), other, books);
    }

    /// The payments that are mentioned here, and there differently or not at all.
    Stream<String> unconfirmedBy(Telling other, Books books) {
        return wrong(
                both -> both.here() != null && !both.here().equals(both.there()), other, books);
    }

    /// The payments that are mentioned here but not there.
    Stream<String> missingIn(Telling other, Books books) {
        return wrong(both -> both.here() != null && both.there() == null, other, books);
    }

    /// The payments that are mentioned in both places, with contradictory statements.
    ///
    /// @param agree whether a statement here is compatible with a statement there
    Stream<String> contradictionsTo(Telling other, BiPredicate<String, String> agree, Books books) {
        return wrong(
                both ->
                        both.here() != null
                                && both.there() != null
                                && !agree.test(both.here(), both.there()),
                other,
                books);
    }

    private Stream<String> wrong(Predicate<SideBySide.Pair> isWrong, Telling other, Books books) {
        return SideBySide.of(sorted(books), other.sorted(books))
                .filter(isWrong)
                .map(
                        both ->
                                "%s: %s says %s, %s says %s"
                                        .formatted(
                                                both.payment(),
                                                service.title(),
                                                worded(both.here()),
                                                other.service.title(),
                                                worded(both.there())));
    }

    private static String worded(@Nullable String told) {
        return told == null ? "nothing" : told;
    }

    /// Sorted by code point, as Java compares strings.
    private Stream<SideBySide.Told> sorted(Books books) {
        return books
                .of(service)
                .sql(
                        "SELECT payment, told FROM (%s) AS all_told ORDER BY payment COLLATE \"C\""
                                .formatted(query))
                .withFetchSize(ROWS_AT_ONCE)
                .query(
                        (row, _) ->
                                new SideBySide.Told(
                                        row.getString("payment"), row.getString("told")))
                .stream();
    }
}
