package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.SagaReply.PaymentDeclined;
import io.paymentsengine.contracts.SagaReply.PaymentValidated;
import io.paymentsengine.contracts.ValidationCommand;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.platform.messaging.DeadLetters;
import io.paymentsengine.platform.messaging.Outbox;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.validation.application.Assessment.Purpose;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.Payment;
import io.paymentsengine.validation.domain.Verdict.Approved;
import io.paymentsengine.validation.domain.Verdict.Declined;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Decides whether payments may be made. Each payment is decided once: a repeated command gets the
/// existing decision, and nothing is counted again. A payment that can't be decided, because
/// account-service does not know its tenant, becomes a dead letter.
@Service
public class ValidatePayments {

    private final Decisions decisions;
    private final Assessment assessment;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final DecisionMeter meter;
    private final Clock clock;

    ValidatePayments(
            Decisions decisions,
            Assessment assessment,
            Outbox outbox,
            DeadLetters deadLetters,
            DecisionMeter meter,
            Clock clock) {
        this.decisions = decisions;
        this.assessment = assessment;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.meter = meter;
        this.clock = clock;
    }

    /// Handles one batch of commands, in the current transaction.
    public void validate(List<Received<ValidationCommand>> batch) {
        Map<Decision.Key, Payment> asked = new LinkedHashMap<>();
        batch.stream()
                .map(ValidatePayments::paymentOf)
                .forEach(payment -> asked.putIfAbsent(Decision.Key.of(payment), payment));
        Map<Decision.Key, Decision> taken = new HashMap<>(decisions.find(asked.keySet()));
        asked.keySet().removeAll(taken.keySet());
        decide(List.copyOf(asked.values())).forEach(each -> taken.put(each.key(), each));
        List<Outgoing> answers = new ArrayList<>(batch.size());
        for (Received<ValidationCommand> each : batch) {
            Decision decision = taken.get(keyOf(each));
            if (decision == null) {
                bury(each);
            } else {
                answers.add(each.answer(answer(decision)));
            }
        }
        outbox.addAll(answers);
    }

    /// Waiting until account-service knows the tenant would make all other payments wait.
    private void bury(Received<ValidationCommand> stranger) {
        deadLetters.add(
                stranger,
                "unknown-tenant",
                "account-service knows no tenant %s".formatted(stranger.tenant()));
    }

    private List<Decision> decide(List<Payment> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Decision> made = new ArrayList<>(fresh.size());
        assessment
                .assess(fresh, Purpose.DECISION)
                .forEach(
                        (payment, verdict) ->
                                made.add(new Decision(Decision.Key.of(payment), verdict, now)));
        decisions.addAll(made);
        meter.count(made);
        return made;
    }

    private static Payment paymentOf(Received<ValidationCommand> received) {
        return switch (received.message()) {
            case ValidatePayment asked ->
                    new Payment(
                            received.tenant(),
                            asked.paymentId(),
                            asked.debtor(),
                            asked.creditor(),
                            asked.amount(),
                            asked.reference(),
                            asked.requestedAt());
        };
    }

    private static Decision.Key keyOf(Received<ValidationCommand> received) {
        return new Decision.Key(received.tenant(), received.message().paymentId());
    }

    private static SagaReply answer(Decision decision) {
        return switch (decision.verdict()) {
            case Approved(var debtor, var creditor) ->
                    new PaymentValidated(decision.key().payment(), debtor, creditor);
            case Declined declined ->
                    new PaymentDeclined(decision.key().payment(), declined.reason());
        };
    }
}
