package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks again for sagas of payments that should have ended long ago: the command that starts the saga
/// or the event that ends the payment may have been lost, as a dead letter, say. Asking is harmless:
/// a saga that is known answers with its current command or its final event once more.
///
/// Nothing is kept of what was asked, so a payment is asked for in each round until it ends; how many
/// are asked for in a round is bounded. Several replicas may do this at once, each takes what no other
/// holds.
@Service
public class AskAgain {

    private final Payments payments;
    private final Outbox outbox;
    private final Clock clock;

    AskAgain(Payments payments, Outbox outbox, Clock clock) {
        this.payments = payments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Asks again for a tenant's oldest payments, and says for how many.
    ///
    /// @param age how long ago they were accepted at least
    /// @param max how many at most in this transaction
    @Transactional
    public int ask(TenantId tenant, Duration age, int max) {
        List<Payment.Accepted> open =
                payments.lockAcceptedBefore(tenant, clock.instant().minus(age), max);
        if (!open.isEmpty()) {
            outbox.addAll(open.stream().map(each -> SagaStart.of(each, null)).toList());
        }
        return open.size();
    }
}
