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

/// Sends the commands of payments again that should have ended long ago: the command that starts the saga, or
/// the event that ends the payment, may have been lost, for example as a dead letter. Asking is harmless: a
/// saga that exists repeats its current command or its final event. A client's cancellation request is repeated
/// too, after the start command, because the client was told that the saga would receive it.
///
/// What was asked for is not stored, so a payment is asked for repeatedly until it ends. The number of payments
/// per round is bounded. Each round continues where the previous one stopped, so payments that never end don't
/// keep others from their turn. Several replicas may do this at the same time: each takes what no other has
/// locked.
@Service
public class ResendCommands {

    private final Payments payments;
    private final Outbox outbox;
    private final Clock clock;

    ResendCommands(Payments payments, Outbox outbox, Clock clock) {
        this.payments = payments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Result of one round.
    ///
    /// @param asked how many payments were asked for
    /// @param last the payment after which the next round continues; empty if the end was reached, so that the
    ///     next round starts at the beginning
    public record Round(int asked, Optional<PaymentId> last) {}

    /// Sends the commands of a tenant's payments again, oldest first.
    ///
    /// @param after where the previous round stopped
    /// @param age minimum time since the payments were accepted
    /// @param max maximum number of payments in this transaction
    @Transactional
    public Round ask(TenantId tenant, Optional<PaymentId> after, Duration age, int max) {
        Instant before = clock.instant().minus(age);
        List<OpenPayment> open = payments.lockAccepted(new OpenQuery(tenant, after, before, max));
        if (!open.isEmpty()) {
            outbox.addAll(open.stream().flatMap(ResendCommands::commands).toList());
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
