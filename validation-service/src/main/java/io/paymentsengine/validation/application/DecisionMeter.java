package io.paymentsengine.validation.application;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.telemetry.MeterNames;
import io.paymentsengine.platform.telemetry.TenantTags;
import io.paymentsengine.platform.transactions.AfterCommit;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.Verdict;
import io.paymentsengine.validation.domain.Verdict.Approved;
import io.paymentsengine.validation.domain.Verdict.Declined;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts decisions by tenant and outcome: `approved`, or the code of the reason.
@Component
class DecisionMeter {

    private static final String APPROVED = "approved";

    private final MeterRegistry meters;
    private final TenantTags tags;

    DecisionMeter(MeterRegistry meters, TenantTags tags) {
        this.meters = meters;
        this.tags = tags;
    }

    /// Counts the decisions once the current transaction has committed: only then do they exist. Each counter
    /// is looked up once for all decisions that it counts.
    void count(Collection<Decision> decisions) {
        Map<Kind, Long> counts =
                decisions.stream().collect(groupingBy(DecisionMeter::kindOf, counting()));
        AfterCommit.run(() -> counts.forEach(this::count));
    }

    private void count(Kind kind, Long decisions) {
        meters.counter(
                        MeterNames.DECISIONS,
                        tags.of(kind.tenant()).and(MeterNames.OUTCOME, kind.outcome()))
                .increment(decisions);
    }

    private record Kind(TenantId tenant, String outcome) {}

    private static Kind kindOf(Decision decision) {
        return new Kind(decision.key().tenant(), outcome(decision.verdict()));
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Approved _ -> APPROVED;
            case Declined declined -> declined.reason().code();
        };
    }
}
