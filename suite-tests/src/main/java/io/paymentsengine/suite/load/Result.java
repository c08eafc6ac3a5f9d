package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.load.Round.Ask;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The results of a benchmark.
///
/// @param reference the tool that measured the reference
/// @param referenceTps the reference before and after the rounds
/// @param all every round in order, without the warm-up rounds
/// @param soundBefore whether no payment was lost or refused in the warm-up rounds
record Result(
        BenchSettings settings,
        String reference,
        List<Double> referenceTps,
        Rounds rounds,
        List<Round> all,
        boolean soundBefore) {

    /// The rounds that the figures are taken from.
    ///
    /// @param open also empty if there was no maximum to take a share of
    record Rounds(
            Round single,
            Optional<Round> open,
            Optional<Sustained> sustained,
            Optional<Others> others) {}

    /// Rounds that may be left out.
    record Others(Round bulk, Round zipf, Round hotDebtor, Round hotCreditor) {}

    /// One line of the table.
    ///
    /// @param target the target as text; empty if the figure is only reported
    /// @param met whether the target is met
    record Figure(String name, double value, String unit, String target, boolean met) {

        private static Figure atMost(String name, double value, String unit, double limit) {
            return new Figure(name, value, unit, "<= %s".formatted(limit), value <= limit);
        }

        private static Figure atLeast(String name, double value, double limit) {
            return new Figure(name, value, "", ">= %s".formatted(limit), value >= limit);
        }

        private static Figure reported(String name, double value, String unit) {
            return new Figure(name, value, unit, "", true);
        }

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%-58s %10.2f %-3s %9s %s",
                    name,
                    value,
                    unit,
                    target,
                    met ? "" : "MISSED");
        }
    }

    double tps() {
        return referenceTps.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    double ratio(Round round) {
        return round.throughput() / tps();
    }

    /// Whether every payment completed and none was refused.
    boolean isSound() {
        return soundBefore && all.stream().allMatch(round -> round.violations().isEmpty());
    }

    /// The table of targets and measured figures.
    List<Figure> figures() {
        return Stream.of(
                        history(),
                        throughput(),
                        rounds.others().stream().flatMap(this::bulk),
                        cpu(),
                        rounds.open().stream().flatMap(Result::latencies),
                        rounds.sustained().stream().flatMap(Result::growth),
                        rounds.others().stream().flatMap(this::spreads),
                        work(),
                        Stream.of(Service.values()).map(Service::title).flatMap(this::resident))
                .flatMap(figures -> figures)
                .toList();
    }

    private Stream<Figure> history() {
        return Stream.of(settings.history())
                .filter(payments -> payments > 0)
                .flatMap(
                        payments ->
                                Stream.of(
                                        Figure.reported("payments in the history", payments, ""),
                                        Figure.reported(
                                                "  ledger entries in the history",
                                                (double) History.entriesOf(payments),
                                                "")));
    }

    private Stream<Figure> throughput() {
        Round single = rounds.single();
        return Stream.of(
                Figure.reported("reference (" + reference + ", TPC-B)", tps(), "/s"),
                Figure.reported("single POSTs, completed", single.throughput(), "/s"),
                Figure.atLeast("  ratio to the reference", ratio(single), 1.0));
    }

    private Stream<Figure> bulk(Others others) {
        return Stream.of(
                Figure.reported("bulk requests, completed", others.bulk().throughput(), "/s"),
                Figure.atLeast("  ratio to the reference", ratio(others.bulk()), 1.5));
    }

    private Stream<Figure> cpu() {
        Round single = rounds.single();
        return Stream.of(
                Figure.atMost(
                        "CPU per payment, all processes", single.cpuMillisPerPayment(), "ms", 1.6),
                Figure.reported(
                        "  CPU of the load generator",
                        single.perPayment(single.loadCpuMillis()),
                        "ms"));
    }

    private static Stream<Figure> latencies(Round open) {
        return Stream.of(
                Figure.atMost(
                        "POST -> end visible, p50; " + open.title(),
                        open.millisAt(Ask.END, 50),
                        "ms",
                        40),
                Figure.atMost("  p99", open.millisAt(Ask.END, 99), "ms", 250),
                Figure.reported("POST, p50", open.millisAt(Ask.POST, 50), "ms"),
                Figure.atMost("  p99", open.millisAt(Ask.POST, 99), "ms", 50));
    }

    private static Stream<Figure> growth(Sustained sustained) {
        Stream<Figure> latencies =
                Stream.of(
                        Figure.atMost(
                                "end visible, p99, last sixth / first; "
                                        + sustained.round().title(),
                                sustained.growthOfP99(Ask.END),
                                "",
                                1.2),
                        Figure.atMost("  POST, p99", sustained.growthOfP99(Ask.POST), "", 1.2));
        Stream<Figure> memory =
                sustained.memoryGained().entrySet().stream()
                        .map(
                                gained ->
                                        Figure.atMost(
                                                "  memory gained: " + gained.getKey(),
                                                gained.getValue(),
                                                "%",
                                                5));
        return Stream.concat(latencies, memory);
    }

    private Stream<Figure> spreads(Others others) {
        return Stream.of(
                Figure.reported("zipf, ratio to uniform", besideUniform(others.zipf()), ""),
                Figure.atLeast(
                        "hot debtor, ratio to uniform", besideUniform(others.hotDebtor()), 0.5),
                Figure.atLeast(
                        "hot creditor, ratio to uniform",
                        besideUniform(others.hotCreditor()),
                        0.5));
    }

    /// What PostgreSQL and the broker do for a payment.
    private Stream<Figure> work() {
        Round single = rounds.single();
        Statistics database = single.database();
        return Stream.of(
                Figure.reported(
                        "SQL statements per payment",
                        single.perPayment((double) database.statements()),
                        ""),
                Figure.reported(
                        "database transactions per payment",
                        single.perPayment((double) database.transactions()),
                        ""),
                Figure.reported(
                        "Kafka requests per payment",
                        single.perPayment((double) database.kafkaRequests()),
                        ""),
                Figure.atMost(
                        "WAL per payment",
                        single.perPayment((double) database.walBytes()) / 1024,
                        "KiB",
                        4),
                Figure.atMost(
                        "syncs of the WAL per payment",
                        single.perPayment((double) database.walSyncs()),
                        "",
                        0.1));
    }

    List<String> table() {
        return figures().stream().map(Figure::line).toList();
    }

    private double besideUniform(Round round) {
        return round.throughput() / rounds.single().throughput();
    }

    private Stream<Figure> resident(String service) {
        return rounds.single().residentMebibytes().entrySet().stream()
                .filter(each -> each.getKey().equals(service))
                .map(each -> Figure.atMost("resident: " + service, each.getValue(), "MiB", 250));
    }
}
