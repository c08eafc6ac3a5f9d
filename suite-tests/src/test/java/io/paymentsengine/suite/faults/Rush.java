package io.paymentsengine.suite.faults;

import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.Tenant;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// Clients that request one payment after the other without waiting for their ends.
final class Rush implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Taken> accepted = new CopyOnWriteArrayList<>();
    private final Supplier<Order> orders;
    private volatile boolean enough;

    /// An order and the payment that was accepted for it.
    record Taken(Order order, Payment payment) {}

    private Rush(Supplier<Order> orders) {
        this.orders = orders;
    }

    static Rush of(Supplier<Order> orders) {
        Rush rush = new Rush(orders);
        IntStream.range(0, CLIENTS).forEach(_ -> rush.clients.execute(rush::ask));
        return rush;
    }

    /// Orders answered with 202, in the order of the answers.
    List<Taken> accepted() {
        return List.copyOf(accepted);
    }

    /// Returns when this many have been accepted.
    void awaitAccepted(int number) {
        Awaitility.await(number + " payments")
                .atMost(PATIENCE)
                .until(() -> accepted.size() >= number);
    }

    @Override
    public void close() {
        enough = true;
        clients.close();
    }

    private void ask() {
        while (!enough) {
            Order order = orders.get();
            answer(order)
                    .filter(answer -> answer.status() == 202)
                    .map(answer -> new Taken(order, answer.as(Payment.class)))
                    .ifPresent(accepted::add);
        }
    }

    private static Optional<Answer> answer(Order order) {
        try {
            return Optional.of(
                    order.tenant().asks(order.payment(), Tenant.IDEMPOTENCY_KEY, order.key()));
        } catch (UncheckedIOException unanswered) {
            return Optional.empty();
        }
    }
}
