package io.paymentsengine.validation.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.platform.telemetry.MeterNames;
import io.paymentsengine.platform.telemetry.TenantTags;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.Verdict;
import io.paymentsengine.validation.domain.Verdict.Approved;
import io.paymentsengine.validation.domain.Verdict.Declined;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    /// Counts them when the current transaction has committed: only then are they decisions.
    void count(Collection<Decision> decisions) {
        List<Decision> made = List.copyOf(decisions);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        made.forEach(DecisionMeter.this::count);
                    }
                });
    }

    private void count(Decision decision) {
        meters.counter(
                        MeterNames.DECISIONS,
                        tags.of(decision.key().tenant())
                                .and(MeterNames.OUTCOME, outcome(decision.verdict())))
                .increment();
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Approved _ -> APPROVED;
            case Declined declined -> declined.reason().code();
        };
    }
}
