package io.paymentsengine.suite.invariants;

import io.paymentsengine.localstack.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Something that must be true of the stored data.
///
/// @param name a sentence that states what is true
/// @param counterexamples finds counterexamples, each described in one line
public record Invariant(
        String name, BiFunction<Books, List<Receipt>, Stream<String>> counterexamples) {

    /// An invariant that a query of one database can refute: each row is a counterexample, as text.
    static Invariant of(String name, Service service, String query) {
        return new Invariant(
                name, (books, _) -> books.of(service).sql(query).query(String.class).stream());
    }

    /// The violation of this invariant, or empty if it holds.
    Optional<Violation> check(Books books, List<Receipt> receipts) {
        try (Stream<String> found = counterexamples.apply(books, receipts)) {
            List<String> examples = found.limit(Violation.EXAMPLES_MAX).toList();
            return examples.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Violation(name, examples));
        }
    }
}
