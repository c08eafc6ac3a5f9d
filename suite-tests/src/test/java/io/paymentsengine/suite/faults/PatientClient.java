package io.paymentsengine.suite.faults;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.faults.Order.Kind;
import io.paymentsengine.suite.invariants.Receipt;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A client as it should be: it repeats unanswered requests with the same key until it knows the result.
public final class PatientClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(100);

    /// Statuses that ask for a retry: the service is busy, or a gateway in front of it got no answer in time.
    private static final Set<Integer> LATER = Set.of(503, 504);

    /// In addition, 409: the first request is still in progress.
    private static final Set<Integer> LATER_OR_UNDER_WAY = Set.of(409, 503, 504);

    /// Shorter than faults may last, so that some payments have not ended by then.
    private static final String WAIT = "wait=5";

    private PatientClient() {}

    /// The final knowledge of a client about an order.
    ///
    /// @param receipts everything that it was answered, in order
    /// @param end the ended payment
    public record Done(Order order, List<Receipt> receipts, Payment end) {

        public boolean endedAsItMay() {
            return order.kind().mayEnd(end.status());
        }
    }

    public static Done carryOut(Order order) {
        List<Payment> answers =
                switch (order.kind()) {
                    case PLAIN, WAITED, BEYOND_FUNDS -> List.of(ask(order));
                    case REPEATED -> askTwice(order);
                    case CANCELLED -> List.of(cancel(order, ask(order)));
                };
        String payment = answers.getFirst().id();
        lookElsewhere(order, payment);
        Payment end = awaitEnd(order.tenant(), payment);
        return new Done(order, receipts(order, answers, end), end);
    }

    private static List<Payment> askTwice(Order order) {
        CompletableFuture<Payment> other =
                CompletableFuture.supplyAsync(() -> ask(order), Thread::startVirtualThread);
        Payment one = ask(order);
        return List.of(one, other.join());
    }

    /// Another tenant must find neither the payment nor those of its account.
    private static void lookElsewhere(Order order, String payment) {
        answer(look(order.stranger(), "/" + payment), LATER).expecting(404);
        Answer list =
                answer(
                        look(order.stranger(), "?account=" + order.payment().debtorAccount()),
                        LATER);
        List<Payment> found = list.expecting(200).asPageOf(Payment.class).items();
        if (!found.isEmpty()) {
            throw new AssertionError("%s showed %s".formatted(list.question(), found));
        }
    }

    private static Payment ask(Order order) {
        boolean waits = order.kind() == Kind.WAITED;
        String[] headers =
                waits
                        ? new String[] {Tenant.IDEMPOTENCY_KEY, order.key(), Tenant.PREFER, WAIT}
                        : new String[] {Tenant.IDEMPOTENCY_KEY, order.key()};
        Answer answer =
                answer(() -> order.tenant().asks(order.payment(), headers), LATER_OR_UNDER_WAY);
        boolean ended = waits && answer.expecting(201, 202).as(Payment.class).hasEnded();
        return answer.expecting(ended ? 201 : 202).as(Payment.class);
    }

    /// The cancellation may be refused because the payment has ended in the meantime.
    private static Payment cancel(Order order, Payment payment) {
        answer(() -> order.tenant().cancels(payment.id()), LATER).expecting(202, 409);
        return payment;
    }

    private static Payment awaitEnd(Tenant tenant, String payment) {
        Callable<Answer> look = look(tenant, "/" + payment);
        return Awaitility.await("end of " + payment)
                .pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(GLANCE)
                .until(
                        () -> answer(look, LATER).expecting(200).as(Payment.class),
                        Payment::hasEnded);
    }

    private static Callable<Answer> look(Tenant tenant, String where) {
        return () -> tenant.caller().get(Service.PAYMENT_SERVICE, Tenant.PAYMENTS + where);
    }

    /// The first answer that is not a request to retry.
    private static Answer answer(Callable<Answer> call, Set<Integer> later) {
        return Awaitility.await("an answer")
                .pollInSameThread()
                .ignoreException(UncheckedIOException.class)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(call, answer -> !later.contains(answer.status()));
    }

    private static List<Receipt> receipts(Order order, List<Payment> answers, Payment end) {
        return Stream.concat(answers.stream(), Stream.of(end))
                .map(
                        payment ->
                                new Receipt(
                                        order.tenant().id(), order.key(), order.payment(), payment))
                .toList();
    }
}
