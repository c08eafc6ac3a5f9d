package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.simulation.messaging.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What became of a world.
///
/// @param findings what must not be; none is as it should be
/// @param tally what happened in it
/// @param history the last of what happened to the payments that it was written for
public record Finished(List<Finding> findings, Tally tally, List<String> history) {

    private static final int SUBJECTS_MAX = 3;

    public Finished {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }

    /// Whose history tells more: some of the payments that the findings are about, or all if they are
    /// about none in particular.
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
