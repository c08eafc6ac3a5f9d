package io.paymentsengine.suite.faults;

import io.paymentsengine.suite.faults.PatientClient.Done;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// Clients that make one payment after the other until they are stopped.
final class Payers implements AutoCloseable {

    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Future<Done>> single = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Done> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final Supplier<Order> orders;
    private final List<? extends Future<?>> running;
    private volatile boolean enough;

    private Payers(Supplier<Order> orders) {
        this.orders = orders;
        this.running =
                IntStream.range(0, CLIENTS).mapToObj(_ -> clients.submit(this::pay)).toList();
    }

    static Payers start(Supplier<Order> orders) {
        return new Payers(orders);
    }

    /// Makes one more payment, without waiting for it.
    void orderOne() {
        Order order = orders.get();
        single.add(clients.submit(() -> PatientClient.carryOut(order)));
    }

    /// Returns when this many payments have ended.
    void awaitDone(int number) {
        Awaitility.await(number + " payments")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(() -> finished.get() >= number);
    }

    int done() {
        return finished.get();
    }

    /// Lets every client finish its current payment, and returns all results.
    List<Done> finish() throws InterruptedException, ExecutionException {
        enough = true;
        for (Future<?> client : running) {
            client.get();
        }
        List<Done> all = new ArrayList<>(done);
        for (Future<Done> one : single) {
            all.add(one.get());
        }
        return all;
    }

    @Override
    public void close() {
        enough = true;
        clients.close();
    }

    private void pay() {
        while (!enough) {
            done.add(PatientClient.carryOut(orders.get()));
            finished.incrementAndGet();
        }
    }
}
