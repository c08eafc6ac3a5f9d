package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.Console;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.load.BenchSettings.Only;
import io.paymentsengine.suite.load.Round.Ask;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/// The program behind `./mvnw -Pbench`: measures how fast the suite is on this machine and what a payment
/// costs, compared with a reference that is run on the same machine before and after.
public final class Bench {

    private static final Path TARGET = Path.of("suite-tests", "target");
    private static final long SEED = 4711;

    /// In an open loop, one in this many requests waits for the end of its payment.
    private static final int WAITS = 10;

    private final BenchSettings settings;
    private final Console console;
    private final LocalSuite suite;
    private final Rounds rounds;
    private final PaymentClient client;
    private final List<String> accounts;
    private final Profiles profiles;
    private final List<Round> done = new ArrayList<>();

    private Bench(BenchSettings settings, Console console, LocalSuite suite, PaymentClient client)
            throws IOException {
        this.settings = settings;
        this.console = console;
        this.suite = suite;
        this.client = client;
        this.rounds = new Rounds(suite);
        this.profiles = new Profiles(suite, TARGET.resolve("profiles"));
        Tenant tenant = Tenant.standard(suite);
        Customers.liftLimits(tenant);
        console.say("opening %d accounts".formatted(settings.accounts()));
        this.accounts = Customers.open(tenant, settings.accounts());
    }

    /// The benchmark's main method. The exit code is 1 if an invariant was violated or a payment was refused
    /// or not completed, and 2 if the settings are invalid.
    public static void main(String[] arguments) throws SQLException, IOException {
        Console console = new Console(System.out);
        BenchSettings settings;
        try {
            settings = BenchSettings.of(System.getProperties());
        } catch (IllegalArgumentException misunderstood) {
            console.print(String.valueOf(misunderstood.getMessage()));
            System.exit(2);
            return;
        }
        System.exit(isSound(settings, console) ? 0 : 1);
    }

    private static boolean isSound(BenchSettings settings, Console console)
            throws SQLException, IOException {
        Result result;
        try (LocalSuite suite = LocalSuite.started(TARGET.resolve("bench"), settings.options());
                PaymentClient client = new PaymentClient(suite, Tenant.standard(suite))) {
            result = new Bench(settings, console, suite, client).run();
        }
        result.table().forEach(console::print);
        BenchReport.write(result, TARGET);
        console.print("written: " + TARGET.resolve("bench.json") + ", bench.html, profiles");
        return result.isSound();
    }

    private Result run() throws SQLException, IOException {
        Statistics.switchOn(suite);
        writeHistory();
        Reference reference = new Reference(emptyDatabase());
        closed("warm-up", Spread.UNIFORM, settings.warmUp());
        if (settings.only() == Only.ALL) {
            bulk("warm-up, bulk", settings.warmUp().dividedBy(4));
        }
        boolean sound = done.stream().allMatch(round -> round.violations().isEmpty());
        done.clear();
        List<Double> tps = new ArrayList<>(List.of(measured(reference)));
        Round single = median(() -> closed("single", Spread.UNIFORM, settings.round()));
        Optional<Round> open =
                EnumSet.of(Only.ALL, Only.OPEN).contains(settings.only())
                        ? open(single)
                        : Optional.empty();
        Optional<Sustained> sustained =
                settings.only() == Only.SUSTAINED ? sustained(single) : Optional.empty();
        Optional<Result.Others> others =
                settings.only() == Only.ALL ? Optional.of(others()) : Optional.empty();
        tps.add(measured(reference));
        profiles.start();
        closed("profiled", Spread.UNIFORM, settings.round());
        profiles.stop();
        return new Result(
                settings,
                reference.title(),
                List.copyOf(tps),
                new Result.Rounds(single, open, sustained, others),
                List.copyOf(done),
                sound);
    }

    private Result.Others others() throws SQLException {
        Round bulk = median(() -> bulk("bulk", settings.round()));
        Round zipf = median(() -> closed("zipf", Spread.ZIPF, settings.round()));
        Round debtor = median(() -> closed("hot debtor", Spread.HOT_DEBTOR, settings.round()));
        Round creditor =
                median(() -> closed("hot creditor", Spread.HOT_CREDITOR, settings.round()));
        return new Result.Others(bulk, zipf, debtor, creditor);
    }

    private void writeHistory() {
        if (settings.history() > 0) {
            long start = System.nanoTime();
            new History(accounts, settings.history()).writeTo(suite);
            console.say(
                    "wrote a history of %d payments and %d entries in %d s"
                            .formatted(
                                    settings.history(),
                                    History.entriesOf(settings.history()),
                                    Duration.ofNanos(System.nanoTime() - start).toSeconds()));
        }
    }

    private double measured(Reference reference) {
        double tps = reference.run(settings.reference());
        console.say("%s: %d/s".formatted(reference.title(), Math.round(tps)));
        return tps;
    }

    /// A round that can be run several times.
    private interface Repeatable {
        Round run() throws SQLException;
    }

    private Round median(Repeatable round) throws SQLException {
        return median(round, Round::throughput);
    }

    /// Runs the round repeatedly and returns the median by this figure.
    private Round median(Repeatable round, ToDoubleFunction<Round> figure) throws SQLException {
        List<Round> repeats = new ArrayList<>();
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            repeats.add(round.run());
        }
        repeats.sort(Comparator.comparingDouble(figure));
        return repeats.get(repeats.size() / 2);
    }

    private Round closed(String title, Spread spread, Duration time) throws SQLException {
        Spread.Pairs pairs = spread.over(accounts, SEED);
        try (Backlog backlog = new Backlog(suite)) {
            return round(
                    title,
                    () ->
                            Map.of(
                                    Ask.POST,
                                    Loop.closed(
                                            settings.clients(),
                                            time,
                                            () -> client.post(pairs.next()),
                                            backlog::room)));
        }
    }

    private Round bulk(String title, Duration time) throws SQLException {
        Spread.Pairs pairs = Spread.UNIFORM.over(accounts, SEED);
        try (Backlog backlog = new Backlog(suite)) {
            return round(
                    title,
                    () ->
                            Map.of(
                                    Ask.BULK,
                                    Loop.closed(
                                            Math.max(1, settings.clients() / 8),
                                            time,
                                            () ->
                                                    client.postAll(
                                                            Stream.generate(pairs::next)
                                                                    .limit(settings.bulk())
                                                                    .toList()),
                                            backlog::room)));
        }
    }

    private Optional<Round> open(Round single) throws SQLException {
        double rate = rate(single, 0.5);
        return rate == 0
                ? Optional.empty()
                : Optional.of(
                        median(
                                () -> open(title("open", rate), rate, settings.round(), 1),
                                round -> round.millisAt(Ask.END, 99)));
    }

    private Optional<Sustained> sustained(Round single) throws SQLException {
        double rate = rate(single, Sustained.SHARE);
        if (rate == 0) {
            return Optional.empty();
        }
        Duration time = settings.sustained();
        long first = time.dividedBy(Sustained.STRETCHES).toMillis();
        CompletableFuture<Map<String, Double>> early =
                CompletableFuture.supplyAsync(
                        rounds::residentMebibytes,
                        CompletableFuture.delayedExecutor(
                                first, TimeUnit.MILLISECONDS, Thread::startVirtualThread));
        Round round = open(title("sustained", rate), rate, time, Sustained.STRETCHES);
        return Optional.of(new Sustained(round, early.join()));
    }

    /// Requests per second: the configured rate, or else this share of the maximum. It is 0 if no rate is
    /// configured and the closed round had no throughput.
    private double rate(Round single, double share) {
        double rate = settings.rate() > 0 ? settings.rate() : single.throughput() * share;
        if (rate == 0) {
            console.say("skipping the open round: the maximum throughput is unknown");
        }
        return rate;
    }

    private static String title(String round, double rate) {
        return String.format(Locale.ROOT, "%s, %.0f/s", round, rate);
    }

    private Round open(String title, double rate, Duration time, int stretches)
            throws SQLException {
        Spread.Pairs pairs = Spread.UNIFORM.over(accounts, SEED);
        return round(
                title,
                () -> {
                    CompletableFuture<Loop.Sent> ends =
                            CompletableFuture.supplyAsync(
                                    () ->
                                            Loop.open(
                                                    rate / WAITS,
                                                    time,
                                                    stretches,
                                                    () -> client.postAndWait(pairs.next())));
                    Loop.Sent posts =
                            Loop.open(
                                    rate - rate / WAITS,
                                    time,
                                    stretches,
                                    () -> client.post(pairs.next()));
                    return Map.of(Ask.POST, posts, Ask.END, ends.join());
                });
    }

    private Round round(String title, Supplier<Map<Ask, Loop.Sent>> load) throws SQLException {
        Round round = rounds.run(title, load);
        console.say(
                String.format(
                        Locale.ROOT,
                        "%s: %.0f payments/s, %.2f ms of CPU each",
                        title,
                        round.throughput(),
                        round.cpuMillisPerPayment()));
        round.violations().forEach(violation -> console.say("VIOLATED: " + violation));
        done.add(round);
        return round;
    }

    private PGSimpleDataSource emptyDatabase() throws SQLException {
        PGSimpleDataSource database = suite.superuser();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE reference");
        }
        database.setDatabaseName("reference");
        return database;
    }
}
