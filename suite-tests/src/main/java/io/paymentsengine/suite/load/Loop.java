package io.paymentsengine.suite.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/// Sends requests for some time and records how long each took, in microseconds. A request that waited in
/// vain is recorded with the maximum latency.
final class Loop {

    /// Longer than any client waits.
    private static final long LATENCY_MAX = Duration.ofMinutes(2).toNanos() / 1_000;

    private static final int DIGITS = 3;

    private final Recorder latencies = new Recorder(LATENCY_MAX, DIGITS);
    private final List<Histogram> stretches = new ArrayList<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicReference<String> refusal = new AtomicReference<>("");

    /// The requests in flight, plus one for the loop itself.
    private final AtomicLong underWay = new AtomicLong(1);

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final long end;

    private Loop(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /// The result of a loop.
    ///
    /// @param stretches latency histograms in microseconds, one for each part of the time, in order, of the
    ///     requests answered in that part
    /// @param accepted how many payments were accepted
    /// @param refused how many payments were refused
    /// @param refusal the last reason for a refusal; empty if there was none
    record Sent(
            List<Histogram> stretches,
            Map<Integer, Long> statuses,
            long accepted,
            long refused,
            String refusal) {

        /// The latencies over the whole time.
        Histogram latencies() {
            Histogram all = new Histogram(LATENCY_MAX, DIGITS);
            stretches.forEach(all::add);
            return all;
        }

        long answers() {
            return latencies().getTotalCount();
        }

        double millisAt(double percentile) {
            return millisAt(percentile, latencies());
        }

        /// The latency in each stretch.
        List<Double> eachMillisAt(double percentile) {
            return stretches.stream().map(each -> millisAt(percentile, each)).toList();
        }

        /// The ratio of the latency in the last stretch to that in the first.
        double growthAt(double percentile) {
            return millisAt(percentile, stretches.getLast())
                    / millisAt(percentile, stretches.getFirst());
        }

        private static double millisAt(double percentile, Histogram latencies) {
            return latencies.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /// Each client sends its next request when its last was answered. This measures how much the suite can
    /// take, but the latencies say little, because a slow suite gets fewer requests. A client whose
    /// connection breaks gives up.
    ///
    /// @param room completes when the next request may be sent
    static Sent closed(
            int clients,
            Duration time,
            Supplier<Future<PaymentClient.Answer>> request,
            Supplier<Future<Void>> room) {
        Loop loop = new Loop(time);
        for (int client = 0; client < clients; client++) {
            loop.underWay.incrementAndGet();
            loop.sendUntilEnd(request, room);
        }
        return loop.result();
    }

    /// Requests start at a constant rate whether or not earlier ones were answered, and their latency counts
    /// from when they should have started, so that no stall is hidden.
    ///
    /// @param stretches the number of parts of equal length for which latencies are recorded
    /// @throws IllegalArgumentException if the rate is not positive, because requests would then be sent
    ///     without pause
    static Sent open(
            double perSecond,
            Duration time,
            int stretches,
            Supplier<Future<PaymentClient.Answer>> request) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("the rate must be positive, not " + perSecond);
        }
        Loop loop = new Loop(time);
        long interval = Math.round(1e9 / perSecond);
        long stretch = time.toNanos() / stretches;
        long stretchEnd = loop.end - stretch * (stretches - 1);
        for (long next = System.nanoTime(); next < loop.end; next += interval) {
            if (next >= stretchEnd) {
                loop.stretches.add(loop.latencies.getIntervalHistogram());
                stretchEnd += stretch;
            }
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            loop.underWay.incrementAndGet();
            loop.send(request, next).onComplete(_ -> loop.arrive());
        }
        return loop.result();
    }

    private void sendUntilEnd(
            Supplier<Future<PaymentClient.Answer>> request, Supplier<Future<Void>> room) {
        room.get()
                .compose(_ -> send(request, System.nanoTime()))
                .onComplete(
                        sent -> {
                            if (sent.succeeded() && System.nanoTime() < end) {
                                sendUntilEnd(request, room);
                            } else {
                                arrive();
                            }
                        });
    }

    private Future<PaymentClient.Answer> send(
            Supplier<Future<PaymentClient.Answer>> request, long start) {
        return request.get()
                .timeout(LATENCY_MAX, TimeUnit.MICROSECONDS)
                .onSuccess(answer -> count(answer, start))
                .onFailure(broken -> refusal.set(broken.toString()));
    }

    private void count(PaymentClient.Answer answer, long start) {
        long took = answer.inVain() ? LATENCY_MAX : (System.nanoTime() - start) / 1_000;
        latencies.recordValue(Math.min(took, LATENCY_MAX));
        statuses.computeIfAbsent(answer.status(), _ -> new LongAdder()).increment();
        accepted.add(answer.accepted());
        if (answer.refused() > 0) {
            refused.add(answer.refused());
            refusal.set(answer.status() + ": " + answer.refusal());
        }
    }

    private void arrive() {
        if (underWay.decrementAndGet() == 0) {
            ended.complete(null);
        }
    }

    private Sent result() {
        arrive();
        ended.join();
        Map<Integer, Long> counted = new ConcurrentHashMap<>();
        statuses.forEach((status, number) -> counted.put(status, number.sum()));
        stretches.add(latencies.getIntervalHistogram());
        return new Sent(
                List.copyOf(stretches),
                Map.copyOf(counted),
                accepted.sum(),
                refused.sum(),
                refusal.get());
    }
}
