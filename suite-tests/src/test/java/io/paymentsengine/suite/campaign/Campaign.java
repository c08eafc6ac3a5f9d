package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.Console;
import io.paymentsengine.suite.faults.Orders;
import io.paymentsengine.suite.invariants.Invariants;
import io.paymentsengine.suite.invariants.Violation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// Carries out one run: constant payments, one fault after the other, and at the end a check that all
/// promises were kept. It always terminates.
final class Campaign {

    /// If payments have not recovered by then, they are considered not to recover at all.
    private static final Duration RECOVERY_MAX = Duration.ofSeconds(60);

    /// How much longer than planned a pause may take on a busy machine.
    private static final Duration LATE_MAX = Duration.ofMinutes(1);

    /// The time for payments in flight to end and for late messages to be read.
    private static final Duration REST_MAX = Duration.ofMinutes(3);

    private static final int WARM_UP_PAYMENTS = 200;
    private static final Duration WARM_UP_MAX = Duration.ofMinutes(5);

    /// Fewer than this share of the usual payments count as none.
    private static final double TRICKLE = 0.1;

    /// Payments that began while a clock was wrong may be judged by it until their deadline.
    private static final Duration AFTER_A_STEP = Duration.ofMinutes(2);

    private static final int GLANCE_MILLIS = 200;
    private static final int LAST_LOOK_MILLIS = 10_000;

    private final Run run;
    private final MachineRoom room;
    private final Console console;
    private final Stopwatch clock = new Stopwatch();
    private final Load load;
    private final List<Observed> faults = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Span> stepped = new ArrayList<>();

    private Campaign(Run run, MachineRoom room, Console console) {
        this.run = run;
        this.room = room;
        this.console = console;
        this.load = Load.of(new Orders(room.suite(), run.chance()), clock);
    }

    /// @param room where everything works
    static Run.Result carryOut(Run run, MachineRoom room, Console console) {
        Campaign campaign = new Campaign(run, room, console);
        try {
            campaign.breakThings();
            campaign.judge();
        } catch (RuntimeException | AssertionError failed) {
            console.say("aborted");
            failed.printStackTrace(System.out);
            campaign.wrong.add("aborted: " + failed);
        }
        return campaign.result();
    }

    private void breakThings() {
        try (load) {
            load.start(run.clients());
            carryOutSchedule();
        }
        console.say("the load has ended; waiting for payments in flight");
        awaitRest();
    }

    private void judge() {
        wrong.addAll(violations());
        room.poisoner().burials().findings().forEach(wrong::add);
    }

    /// The result so far, also if the run was aborted.
    private Run.Result result() {
        List<String> all =
                new ArrayList<>(
                        faults.stream().flatMap(fault -> fault.complaint().stream()).toList());
        all.addAll(room.complaints());
        all.addAll(load.complaints(stepped));
        all.addAll(wrong);
        return new Run.Result(run, faults, load.throughput(), all);
    }

    private void carryOutSchedule() {
        warmUp();
        Iterator<Planned> schedule = Schedule.of(run.seed(), run.faults()).iterator();
        long end = clock.now() + run.length().toMillis();
        Planned next = schedule.next();
        do {
            Observed observed = carryOut(next);
            console.say(observed.line());
            faults.add(observed);
            next = schedule.next();
        } while (clock.now() + next.inAll().toMillis() < end);
    }

    /// Services that have just been started are slow, and give no baseline to compare with.
    private void warmUp() {
        Awaitility.await("the first payments")
                .pollInSameThread()
                .atMost(WARM_UP_MAX)
                .until(() -> load.throughput().count() >= WARM_UP_PAYMENTS);
        console.say("the services are warmed up");
    }

    private Observed carryOut(Planned planned) {
        Fault fault = planned.fault();
        fault.prepare(room);
        long calm = clock.now();
        pass(planned.calm());
        long began = clock.now();
        fault.begin(room);
        pass(planned.length().dividedBy(2));
        planned.dies().ifPresent(service -> room.stack().service(service).kill());
        pass(planned.length().dividedBy(2));
        long mending = clock.now();
        fault.end(room);
        planned.dies().ifPresent(service -> room.stack().service(service).start());
        long mended = clock.now();
        if (fault instanceof ServiceFault.ClockStep step && step.tellsDeadlines()) {
            stepped.add(new Span(began, mended + AFTER_A_STEP.toMillis()));
        }
        double usual = load.throughput().median(calm, began);
        Optional<Duration> back = awaitRecovery(mended, usual);
        long now = clock.now();
        Throughput course = load.throughput();
        return new Observed(
                planned.name(),
                fault.target(),
                began,
                Duration.ofMillis(mending - began),
                Duration.ofMillis(mended - mending),
                usual,
                course.rate(began, mended),
                back,
                back.isPresent() || course.rate(now - LAST_LOOK_MILLIS, now) > TRICKLE * usual);
    }

    private Optional<Duration> awaitRecovery(long mended, double usual) {
        try {
            return Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(GLANCE_MILLIS))
                    .atMost(RECOVERY_MAX)
                    .until(
                            () -> load.throughput().backAfter(mended, usual, clock.now()),
                            Optional::isPresent);
        } catch (ConditionTimeoutException never) {
            return Optional.empty();
        }
    }

    private static void pass(Duration time) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(time)
                .atMost(time.plus(LATE_MAX))
                .until(() -> true);
    }

    private void awaitRest() {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(REST_MAX)
                    .ignoreExceptions()
                    .until(this::isAtRest);
        } catch (ConditionTimeoutException restless) {
            wrong.add("not at rest after %d s: %s".formatted(REST_MAX.toSeconds(), backlog()));
        }
    }

    private String backlog() {
        try {
            return "backlog " + Backlog.of(room.stack().kafka(), room.suite()).messages();
        } catch (RuntimeException | SQLException unread) {
            return "the backlog cannot be read: " + unread.getMessage();
        }
    }

    private boolean isAtRest() throws SQLException {
        return Invariants.unsettled(room.suite()).isEmpty()
                && room.poisoner().burials().unburied().isEmpty()
                && Backlog.of(room.stack().kafka(), room.suite()).messages() == 0;
    }

    private List<String> violations() {
        try {
            return Invariants.violations(room.suite(), load.receipts()).stream()
                    .flatMap(Campaign::lines)
                    .toList();
        } catch (SQLException unread) {
            return List.of("the databases cannot be read: " + unread.getMessage());
        }
    }

    private static Stream<String> lines(Violation violation) {
        return violation.examples().stream()
                .map(example -> "violated: %s: %s".formatted(violation.invariant(), example));
    }
}
