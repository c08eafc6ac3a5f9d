package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.simulation.messaging.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The outcome of a world.
///
/// @param findings violated promises; empty if all is well
/// @param counts counts of what happened
/// @param history the last events of the payments that were selected for a history
public record Finished(List<Finding> findings, Counts counts, List<String> history) {

    private static final int SUBJECTS_MAX = 3;

    public Finished {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }

    /// The payments whose history helps to explain the findings: some of those that the findings are about,
    /// or all payments if no finding is about a particular one.
    public Predicate<PaymentId> subjects() {
        Set<PaymentId> some =
                findings.stream()
                        .map(Finding::payment)
                        .flatMap(Optional::stream)
                        .distinct()
                        .limit(SUBJECTS_MAX)
                        .collect(Collectors.toSet());
        return some.isEmpty() ? _ -> true : some::contains;
    }
}
