package io.paymentsengine.suite.faults;

import io.paymentsengine.faultagent.Boundary;
import io.paymentsengine.faultagent.Post;
import io.paymentsengine.faultagent.Post.Halted;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.faults.PatientClient.Done;
import io.paymentsengine.suite.invariants.Invariants;
import io.paymentsengine.suite.invariants.Receipt;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// Halts one service at one boundary, once, while payments run, and then restarts it.
///
/// @param passage the passage of the boundary at which it is halted, counted from the request; 1 is the next
record Crash(LocalSuite suite, Boundary boundary, int passage, Supplier<Order> orders) {

    private static final int PAYMENTS_BEFORE = 8;
    private static final int PAYMENTS_MIN = 60;
    private static final Duration PATIENCE_FOR_HALT = Duration.ofMinutes(2);
    private static final Duration PATIENCE_FOR_REST = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(25);

    /// The result of a crash.
    ///
    /// @param halted where the service was halted; empty if the boundary was not passed in time
    /// @param recovery duration from the halt until the service was ready
    /// @param wrong everything that went wrong
    record Result(
            Boundary boundary,
            Optional<Halted> halted,
            Duration recovery,
            int payments,
            List<String> wrong) {

        Result {
            wrong = List.copyOf(wrong);
        }
    }

    /// Whatever goes wrong, the service runs afterwards and further crashes are possible.
    Result happen() {
        try {
            return crash();
        } catch (Exception | AssertionError failed) {
            suite.kill(victim());
            suite.restart(victim());
            return new Result(
                    boundary, Optional.empty(), Duration.ZERO, 0, List.of(failed.toString()));
        }
    }

    private Result crash() throws Exception {
        Duration recovery;
        Optional<Halted> halted;
        List<Done> all;
        long letters = Graves.letters(suite);
        try (Payers payers = Payers.start(orders)) {
            Stage stage = new Stage(suite, victim(), payers);
            Provocation provocation = circumstance().on(stage);
            payers.awaitDone(PAYMENTS_BEFORE);
            try {
                provocation.prepare();
                halted = halt(provocation);
            } finally {
                provocation.undo();
            }
            Instant fallen = Instant.now();
            suite.kill(victim()); // a new process is needed whether or not it was halted
            suite.restart(victim());
            recovery = Duration.between(fallen, Instant.now());
            provocation.conclude();
            payers.awaitDone(PAYMENTS_MIN);
            all = payers.finish();
        }
        List<String> wrong = wrong(halted, all);
        if (circumstance() != Circumstance.POISON && Graves.letters(suite) > letters) {
            wrong.add("a valid message became a dead letter");
        }
        return new Result(boundary, halted, recovery, all.size(), wrong);
    }

    private Circumstance circumstance() {
        return Circumstance.named(boundary.circumstance());
    }

    private Service victim() {
        return Service.valueOf(
                boundary.place().service().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Optional<Halted> halt(Provocation provocation) {
        Post post = suite.post(victim());
        String point = boundary.point().name();
        post.arm(new Post.Order(point, passage));
        try {
            return Awaitility.await(boundary.name())
                    .pollInSameThread()
                    .ignoreException(UncheckedIOException.class)
                    .atMost(PATIENCE_FOR_HALT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(GLANCE)
                    .until(() -> lookFor(provocation, post), Optional::isPresent)
                    .filter(halted -> halted.point().equals(point));
        } catch (ConditionTimeoutException notPassed) {
            return Optional.empty();
        } finally {
            post.disarm();
        }
    }

    private static Optional<Halted> lookFor(Provocation provocation, Post post) {
        Optional<Halted> halted = post.halted();
        if (halted.isEmpty()) {
            provocation.provoke();
        }
        return halted;
    }

    private List<String> wrong(Optional<Halted> halted, List<Done> all) throws Exception {
        List<String> wrong = new ArrayList<>();
        if (halted.isEmpty()) {
            wrong.add("was not passed within " + PATIENCE_FOR_HALT.toSeconds() + " s");
        }
        Awaitility.await("rest")
                .pollInSameThread()
                .atMost(PATIENCE_FOR_REST)
                .pollDelay(Duration.ZERO)
                .until(() -> Invariants.unsettled(suite).isEmpty());
        all.stream()
                .filter(one -> !one.endedAsItMay())
                .forEach(one -> wrong.add("ended unexpectedly: " + one));
        Stream<Receipt> receipts = all.stream().flatMap(one -> one.receipts().stream());
        Invariants.violations(suite, receipts.toList())
                .forEach(violation -> wrong.add(violation.toString()));
        return wrong;
    }
}
