package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.invariants.Invariants;
import io.paymentsengine.suite.invariants.Violation;
import io.paymentsengine.suite.load.Round.Ask;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// Runs rounds, one after the other: load, then a wait until the suite is at rest, then the invariants.
final class Rounds {

    /// Far more than the backlog of a round needs.
    private static final Duration REST_MAX = Duration.ofMinutes(10);

    /// Each check has to skip index entries of payments that have ended in the meantime.
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final LocalSuite suite;
    private final Processes processes;

    Rounds(LocalSuite suite) {
        this.suite = suite;
        this.processes = new Processes(suite.pids());
    }

    /// Sends this load, waits until every payment has ended, and returns what it cost.
    Round run(String title, Supplier<Map<Ask, Loop.Sent>> load) throws SQLException {
        long completedBefore = completed();
        Statistics before = Statistics.read(suite);
        Map<String, Double> cpuBefore = processes.cpuMillis();
        double ownBefore = Processes.ownCpuMillis();
        long start = System.nanoTime();
        Map<Ask, Loop.Sent> sent = load.get();
        Map<String, Double> resident = residentMebibytes();
        awaitRest();
        double seconds = (System.nanoTime() - start) / 1e9;
        double own = Processes.ownCpuMillis() - ownBefore;
        Map<String, Double> cpu = new HashMap<>(processes.cpuMillis());
        cpu.replaceAll((process, millis) -> millis - cpuBefore.getOrDefault(process, 0.0));
        long completed = completed() - completedBefore;
        return new Round(
                title,
                sent,
                completed,
                seconds,
                Map.copyOf(cpu),
                own,
                resident,
                Statistics.read(suite).since(before),
                violations(sent.values(), completed));
    }

    /// The resident memory of each process of the suite, in MiB.
    Map<String, Double> residentMebibytes() {
        return processes.residentMebibytes();
    }

    /// Refusals, and missing completions, once all payments have ended. A request without an answer may have
    /// been accepted nevertheless, so more payments may complete than are known to be accepted.
    static Stream<String> shortcomings(Collection<Loop.Sent> sent, long completed) {
        Stream<String> refused =
                sent.stream()
                        .filter(each -> !each.refusal().isEmpty())
                        .map(each -> "%d refused: %s".formatted(each.refused(), each.refusal()));
        long accepted = sent.stream().mapToLong(Loop.Sent::accepted).sum();
        return completed == 0 || completed < accepted
                ? Stream.concat(
                        refused,
                        Stream.of(
                                "%d payments completed of %d accepted"
                                        .formatted(completed, accepted)))
                : refused;
    }

    private List<String> violations(Collection<Loop.Sent> sent, long completed)
            throws SQLException {
        Awaitility.await("rest")
                .atMost(REST_MAX)
                .until(() -> Invariants.unsettled(suite).isEmpty());
        return Stream.concat(
                        shortcomings(sent, completed),
                        Invariants.violations(suite, List.of()).stream().map(Violation::toString))
                .toList();
    }

    private void awaitRest() throws SQLException {
        try (Connection payments = suite.connect(Service.PAYMENT_SERVICE);
                var open =
                        payments.prepareStatement(
                                "SELECT NOT EXISTS (SELECT FROM payment WHERE tenant_id = 'STD-001'"
                                        + " AND status = 'ACCEPTED')")) {
            Callable<Boolean> atRest =
                    () -> {
                        try (var row = open.executeQuery()) {
                            return row.next() && row.getBoolean(1);
                        }
                    };
            Awaitility.await("every payment's end")
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(GLANCE)
                    .atMost(REST_MAX)
                    .until(atRest);
        }
    }

    private long completed() throws SQLException {
        try (Connection accounts = suite.connect(Service.ACCOUNT_SERVICE);
                var count =
                        accounts.prepareStatement(
                                "SELECT count(*) FROM transfer WHERE kind = 'PAYMENT'");
                var row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
