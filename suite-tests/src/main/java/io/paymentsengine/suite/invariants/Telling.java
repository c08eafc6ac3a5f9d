package io.paymentsengine.suite.invariants;

import io.paymentsengine.localstack.service.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What one service says of payments.
///
/// @param query gives each payment once: as `payment`, with its tenant, and what is `told` of it
record Telling(Service service, String query) {

    /// Everything that is told, by payment.
    Map<String, String> in(Books books) {
        Map<String, String> told = new HashMap<>();
        books.of(service)
                .sql(query)
                .query(
                        row -> {
                            told.put(row.getString("payment"), row.getString("told"));
                        });
        return told;
    }

    /// The payments that are told of otherwise here than there, or in one place alone.
    Stream<String> differencesTo(Telling other, Books books) {
        Map<String, String> here = in(books);
        Map<String, String> there = other.in(books);
        return Stream.concat(here.keySet().stream(), there.keySet().stream())
                .distinct()
                .filter(payment -> !here.getOrDefault(payment, "").equals(there.get(payment)))
                .map(
                        payment ->
                                "%s: %s says %s, %s says %s"
                                        .formatted(
                                                payment,
                                                service.title(),
                                                here.get(payment),
                                                other.service.title(),
                                                there.get(payment)));
    }

    /// The payments that are told of here and not there.
    Stream<String> missingIn(Telling other, Books books) {
        Map<String, String> there = other.in(books);
        return in(books).entrySet().stream()
                .filter(told -> !there.containsKey(told.getKey()))
                .map(
                        told ->
                                "%s: %s says %s, %s says nothing"
                                        .formatted(
                                                told.getKey(),
                                                service.title(),
                                                told.getValue(),
                                                other.service.title()));
    }
}
