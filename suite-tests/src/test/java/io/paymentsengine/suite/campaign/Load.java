package io.paymentsengine.suite.campaign;

import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.faults.Order.Kind;
import io.paymentsengine.suite.faults.Orders;
import io.paymentsengine.suite.faults.PatientClient;
import io.paymentsengine.suite.faults.PatientClient.Done;
import io.paymentsengine.suite.invariants.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Clients that request a payment, wait for its end, and request the next. Faults slow such clients down, but
/// never cause a flood of requests.
final class Load implements AutoCloseable {

    private static final int COMPLAINTS_MAX = 100;

    /// Among this many orders of one kind, some must have the intended outcome, whatever is broken.
    private static final int MANY = 50;

    private final Orders orders;
    private final Stopwatch clock;
    private final ExecutorService clients =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("client-", 1).factory());
    private final Queue<Lived> done = new ConcurrentLinkedQueue<>();
    private final Queue<Long> ends = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;

    private Load(Orders orders, Stopwatch clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /// A completed order, and its time by the stopwatch.
    private record Lived(Done done, Span span) {}

    /// A load whose clients have not started.
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
        return done.stream().flatMap(one -> one.done().receipts().stream()).toList();
    }

    /// Results that clients should not have got: wrong ends, wrong answers, no answers.
    ///
    /// @param stepped periods in which a clock was wrong
    List<String> complaints(List<Span> stepped) {
        Stream<String> wrongEnds =
                done.stream()
                        .filter(one -> !one.done().endedAsItMay())
                        .filter(one -> !isExcused(one.done().end(), one.span(), stepped))
                        .map(Lived::done)
                        .map(
                                one ->
                                        "%s order ended as %s"
                                                .formatted(one.order().kind(), one.end()));
        Stream<String> wishes = unfulfilled(done.stream().map(Lived::done).flatMap(Wish::of));
        return Stream.of(complaints.stream(), wrongEnds, wishes)
                .flatMap(found -> found)
                .limit(COMPLAINTS_MAX)
                .toList();
    }

    /// The result of an order that may miss its intended outcome, but must not always do so.
    record Wish(Kind kind, boolean cameTrue) {

        static Stream<Wish> of(Done one) {
            Kind kind = one.order().kind();
            return switch (kind) {
                case CANCELLED -> Stream.of(new Wish(kind, one.end().status().equals("CANCELLED")));
                case WAITED ->
                        Stream.of(new Wish(kind, one.receipts().getFirst().payment().hasEnded()));
                case PLAIN, REPEATED, BEYOND_FUNDS -> Stream.empty();
            };
        }
    }

    /// The kinds of orders of which there were many, none with its intended outcome.
    static Stream<String> unfulfilled(Stream<Wish> wishes) {
        return wishes
                .collect(Collectors.groupingBy(Wish::kind, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue().size() >= MANY)
                .filter(each -> each.getValue().stream().noneMatch(Wish::cameTrue))
                .map(
                        each ->
                                "none of %d %s orders had the intended outcome"
                                        .formatted(each.getValue().size(), each.getKey()));
    }

    /// A clock that jumps may end a saga early. No other fault lasts nearly as long as a saga's deadline, so
    /// any other payment that exceeds it was neglected by the suite.
    static boolean isExcused(Payment end, Span life, List<Span> stepped) {
        return end.reason() != null
                && end.reason().code().equals("DEADLINE_PASSED")
                && stepped.stream().anyMatch(life::overlaps);
    }

    /// Lets every client finish its current order.
    @Override
    public void close() {
        ending = true;
        clients.close();
    }

    private void orderAgainAndAgain() {
        while (!ending) {
            try {
                long began = clock.now();
                Done one = PatientClient.carryOut(orders.next());
                long ended = clock.now();
                done.add(new Lived(one, new Span(began, ended)));
                ends.add(ended);
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
