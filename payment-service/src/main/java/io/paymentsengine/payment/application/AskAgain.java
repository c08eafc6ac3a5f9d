package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.messaging.Outbox;
import io.paymentsengine.platform.messaging.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks again for sagas of payments that should have ended long ago: the command that starts the saga
/// or the event that ends the payment may have been lost, as a dead letter, say. Asking is harmless:
/// a saga that is known answers with its current command or its final event once more. A client's wish
/// to cancel is asked again as well, behind the start: it was promised to be told.
///
/// Nothing is stored of what was asked, so a payment is asked for again and again until it ends. How
/// many are asked for in a round is bounded: the next round goes on where this one stopped, so that
/// payments that never end keep nobody from their turn. Several replicas may do this at once, each
/// takes what no other holds.
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

    /// What a round did.
    ///
    /// @param asked for how many payments
    /// @param last where to go on: behind this payment, or at the beginning where the end was reached
    public record Round(int asked, Optional<PaymentId> last) {}

    /// Asks again for a tenant's payments, oldest first.
    ///
    /// @param after where the round before stopped
    /// @param age how long ago they were accepted at least
    /// @param max how many at most in this transaction
    @Transactional
    public Round ask(TenantId tenant, Optional<PaymentId> after, Duration age, int max) {
        Instant before = clock.instant().minus(age);
        List<OpenPayment> open = payments.lockAccepted(new OpenQuery(tenant, after, before, max));
        if (!open.isEmpty()) {
            outbox.addAll(open.stream().flatMap(AskAgain::commands).toList());
        }
        return new Round(
                open.size(),
                open.size() < max ? Optional.empty() : Optional.of(open.getLast().payment().id()));
    }

    private static Stream<Outgoing> commands(OpenPayment open) {
        return Stream.concat(
                Stream.of(SagaStart.of(open.payment(), null)),
                open.cancelRequestedAt().stream()
                        .map(at -> SagaCancellation.of(open.payment(), at, null)));
    }
}
