package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.AcceptPayments;
import io.paymentsengine.payment.application.CancelPayment;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.simulation.fate.Blow;
import io.paymentsengine.simulation.fate.CountedFate;
import io.paymentsengine.simulation.fate.EveryFate;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.fate.Promise;
import io.paymentsengine.simulation.messaging.Broker;
import io.paymentsengine.simulation.messaging.Chronicle;
import io.paymentsengine.simulation.messaging.Finding;
import io.paymentsengine.simulation.messaging.Replica;
import io.paymentsengine.simulation.messaging.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A suite with its replicas, its broker and its clients. It runs from the first request until no work is
/// left, and is then judged; after that it can run again under another fate.
public final class World {

    /// How many payments clients leave open at a time: enough to get in each other's way, few enough to end.
    private static final int OPEN_MAX = 40;

    /// Far more silences than a world needs to settle.
    private static final int SILENCES_MAX = 1_000;

    private static final int STEP_MS_MAX = 4;
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(3),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(11),
                    Duration.ofMinutes(6),
                    Duration.ofMinutes(11));

    private final Suite suite;
    private final CountedFate fate = new CountedFate(new EveryFate(Map.of()));
    private final Chronicle chronicle;
    private final Broker broker;
    private final Town town;
    private final Clients clients;
    private final PaymentIds ids;
    private final Resending resending;
    private final Operating operating;
    private final List<Replica> replicas = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private long steps;

    private World(Suite suite, int replicas, int tenantsMax, int accountsEach) {
        List<TenantId> tenants =
                suite.tools().tenants().all().stream().map(Tenant::id).limit(tenantsMax).toList();
        this.suite = suite;
        this.chronicle = new Chronicle(suite.tools().clock());
        this.broker = new Broker(fate, chronicle);
        this.town = new Town(suite, fate, tenants, accountsEach);
        this.clients = new Clients(tenants, town, fate);
        this.ids = new PaymentIds(suite.tools().clock());
        this.resending = new Resending(suite);
        this.operating = new Operating(suite, fate);
        for (Rooms rooms : suite.all()) {
            for (int number = 0; number < replicas; number++) {
                staff(rooms, new Replica(rooms.service(), number, broker, chronicle, fate));
            }
            rooms.service().replicate(replicas);
        }
    }

    /// A world in which much happens concurrently: two replicas of each service, and accounts of several
    /// kinds.
    ///
    /// @param suite not used by anything else
    public static World large(Suite suite) {
        return new World(suite, 2, Integer.MAX_VALUE, 8);
    }

    /// A world that is set up quickly: one replica of each service, and one tenant with two accounts.
    ///
    /// @param suite not used by anything else
    public static World small(Suite suite) {
        return new World(suite, 1, 1, 2);
    }

    /// Runs once.
    ///
    /// @param chosen decides everything that is left open
    /// @param payments how many payments the clients request
    public Finished live(Fate chosen, int payments) {
        chronicle.begin(Optional.empty());
        return lived(chosen, payments);
    }

    /// Runs once, and records a history of some payments.
    public Finished live(Fate chosen, int payments, Predicate<PaymentId> subjects) {
        chronicle.begin(Optional.of(subjects));
        return lived(chosen, payments);
    }

    private Finished lived(Fate chosen, int payments) {
        reset(chosen, payments);
        List<Finding> findings = new ArrayList<>();
        try {
            goOn().ifPresent(findings::add);
            findings.addAll(new Judgement(suite, clients, broker).findings());
        } catch (RuntimeException thrown) {
            findings.add(
                    Finding.of(
                            Promise.NOTHING_IS_THROWN,
                            "threw " + thrown + " at " + thrown.getStackTrace()[0]));
        }
        return new Finished(findings, counts(), chronicle.lines());
    }

    private void reset(Fate chosen, int payments) {
        suite.reset();
        fate.reset(chosen);
        broker.clear();
        replicas.forEach(Replica::forgetAll);
        suite.all().forEach(rooms -> rooms.service().reset());
        ids.reset();
        clients.reset(payments);
        town.build();
        steps = 0;
    }

    /// Runs until no work is left. Stuck messages are delivered after some time has passed.
    private Optional<Finding> goOn() {
        boolean patient = false;
        for (int silences = 0; silences < SILENCES_MAX; ) {
            List<Runnable> ready = ready();
            if (!ready.isEmpty()) {
                befall();
                fate.oneOf(ready).run();
                steps++;
                suite.tools().clock().pass(Duration.ofMillis(fate.below(STEP_MS_MAX)));
                continue;
            }
            silences++;
            if (suite.sagas().nextAlarm().filter(this::isOver).isPresent()) {
                return Optional.of(
                        Finding.of(Promise.ALARMS_ARE_HEARD, "an alarm is due and is not handled"));
            }
            Optional<Instant> next = nextMoment();
            if (broker.hasStuck() && (patient || next.isEmpty())) {
                broker.release();
                patient = false;
            } else if (next.isPresent()) {
                suite.tools().clock().passUntil(next.get());
                patient = true;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(Finding.of(Promise.WORLDS_SETTLE, "the world does not settle"));
    }

    private boolean isOver(Instant moment) {
        return !moment.isAfter(suite.tools().clock().instant());
    }

    private List<Runnable> ready() {
        List<Runnable> ready = new ArrayList<>();
        if (clients.wantMore() && suite.payments().open().size() < OPEN_MAX) {
            ready.add(clients::ask);
        }
        for (Worker worker : workers) {
            if (worker.isReady()) {
                ready.add(worker::step);
            }
        }
        return ready;
    }

    /// Applies the blows that come from outside.
    private void befall() {
        if (fate.strikes(Blow.PAUSE)) {
            Duration pause = fate.oneOf(PAUSES);
            chronicle.note("nothing happens for " + pause);
            suite.tools().clock().pass(pause);
        }
        if (fate.strikes(Blow.FLUSH)) {
            suite.redisForgets();
        }
        if (fate.strikes(Blow.ACCOUNT_CHANGE)) {
            town.somethingHappens();
        }
        if (fate.strikes(Blow.OPERATOR)) {
            operating.want();
        }
        if (!suite.payments().open().isEmpty()) {
            if (fate.strikes(Blow.CANCELLATION)) {
                clients.takeBack(anyOpen());
            }
            if (fate.strikes(Blow.TRESPASS)) {
                clients.trespass(anyOpen());
            }
        }
    }

    private Payment anyOpen() {
        return fate.oneOf(List.<Payment>copyOf(suite.payments().open()));
    }

    /// The next time at which there will be work.
    private Optional<Instant> nextMoment() {
        Instant now = suite.tools().clock().instant();
        return Stream.concat(
                        Stream.of(suite.sagas().nextAlarm(), resending.next()),
                        suite.all().stream().map(rooms -> rooms.service().post().nextLeftBehind()))
                .flatMap(Optional::stream)
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
    }

    private void staff(Rooms rooms, Replica replica) {
        if (rooms == suite.payment()) {
            Cancelling cancelling = new Cancelling(rooms.get(CancelPayment.class), clients);
            Door door =
                    new Door(
                            rooms.get(AcceptPayments.class),
                            ids,
                            clients,
                            fate,
                            suite.tools().breaches());
            clients.use(door, cancelling);
            replica.does("accepting", door);
            replica.does("cancelling", cancelling);
            replica.does("resending", resending);
        }
        if (rooms == suite.saga()) {
            replica.does("passing deadlines", new Deadlines(suite, fate));
            replica.does("operating", operating);
        }
        rooms.inbounds().forEach(inbound -> replica.reads(inbound, suite.tools().wire()));
        replica.sweeps();
        replicas.add(replica);
        workers.addAll(replica.workers());
    }

    private Counts counts() {
        Map<Payment.Status, Integer> ends = new EnumMap<>(Payment.Status.class);
        suite.payments().all().forEach(each -> ends.merge(each.status(), 1, Integer::sum));
        return new Counts(
                ends,
                suite.tools().wire().written(),
                steps,
                fate.blows(),
                31 * fate.print() + suite.tools().wire().print());
    }
}
