package io.paymentsengine.suite.invariants;

import io.paymentsengine.localstack.service.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What one service says of payments. What two of them say is compared while it is read, in the order
/// of payments: there can be more payments than memory.
///
/// @param query gives each payment once: as `payment`, with its tenant, and what is `told` of it
record Telling(Service service, String query) {

    private static final int ROWS_AT_ONCE = 10_000;

    /// Everything that is told, by payment.
    Map<String, String> in(Books books) {
        Map<String, String> told = new HashMap<>();
        try (Stream<SideBySide.Told> all = sorted(books)) {
            all.forEach(each -> told.put(each.payment(), each.told()));
        }
        return told;
    }

    /// The payments that are told of otherwise here than there, or in one place alone.
    Stream<String> differencesTo(Telling other, Books books) {
        return beside(other, books)
                .filter(both -> !Objects.equals(both.here(), both.there()))
                .map(
                        both ->
                                "%s: %s says %s, %s says %s"
                                        .formatted(
                                                both.payment(),
                                                service.title(),
                                                both.here(),
                                                other.service.title(),
                                                both.there()));
    }

    /// The payments that are told of here and not there.
    Stream<String> missingIn(Telling other, Books books) {
        return beside(other, books)
                .filter(both -> both.here() != null && both.there() == null)
                .map(
                        both ->
                                "%s: %s says %s, %s says nothing"
                                        .formatted(
                                                both.payment(),
                                                service.title(),
                                                both.here(),
                                                other.service.title()));
    }

    private Stream<SideBySide.Pair> beside(Telling other, Books books) {
        return SideBySide.of(sorted(books), other.sorted(books));
    }

    /// In the order that Java has as well.
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
