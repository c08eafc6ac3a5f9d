package io.paymentsengine.suite.campaign;

import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.faults.Orders;
import io.paymentsengine.suite.faults.PatientClient;
import io.paymentsengine.suite.faults.PatientClient.Done;
import io.paymentsengine.suite.invariants.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Patient clients, each of which orders, waits for the end and orders again: what is broken meanwhile
/// slows them down and never floods it.
final class Load implements AutoCloseable {

    private static final int COMPLAINTS_MAX = 100;

    private final Orders orders;
    private final Stopwatch clock;
    private final ExecutorService clients =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("client-", 1).factory());
    private final Queue<Done> done = new ConcurrentLinkedQueue<>();
    private final Queue<Long> ends = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;

    private Load(Orders orders, Stopwatch clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /// Nobody orders yet.
    static Load of(Orders orders, Stopwatch clock) {
        return new Load(orders, clock);
    }

    void start(int clients) {
        for (int started = 0; started < clients; started++) {
            this.clients.execute(this::orderAgainAndAgain);
        }
    }

    Throughput throughput() {
        return new Throughput(ends.stream().mapToLong(Long::longValue));
    }

    /// What clients were told, in order for each payment.
    List<Receipt> receipts() {
        return done.stream().flatMap(one -> one.receipts().stream()).toList();
    }

    /// What clients got that they should not have: wrong ends, wrong answers, no answers.
    ///
    /// @param clocksStepped whether a clock was set while they paid
    List<String> complaints(boolean clocksStepped) {
        Stream<String> wrongEnds =
                done.stream()
                        .filter(one -> !one.endedAsItMay())
                        .filter(one -> !isExcused(one.end(), clocksStepped))
                        .map(
                                one ->
                                        "%s order ended as %s"
                                                .formatted(one.order().kind(), one.end()));
        return Stream.concat(complaints.stream(), wrongEnds).limit(COMPLAINTS_MAX).toList();
    }

    /// A saga's time is over early where a clock jumps. Nothing else lasts nearly as long as it has: else
    /// a payment that runs out of time is one that nobody worked on.
    static boolean isExcused(Payment end, boolean clocksStepped) {
        return clocksStepped
                && end.reason() != null
                && end.reason().code().equals("DEADLINE_PASSED");
    }

    /// Lets every client finish what it has begun.
    @Override
    public void close() {
        ending = true;
        clients.close();
    }

    private void orderAgainAndAgain() {
        while (!ending) {
            try {
                done.add(PatientClient.carryOut(orders.next()));
                ends.add(clock.now());
            } catch (AssertionError | RuntimeException complaint) {
                complain(complaint);
            }
        }
    }

    private void complain(Throwable complaint) {
        if (complaints.size() < COMPLAINTS_MAX) {
            complaints.add(
                    "at %s: %s".formatted(Duration.ofMillis(clock.now()), complaint.getMessage()));
        }
    }
}
