package io.paymentsengine.suite.load;

import io.paymentsengine.suite.load.Round.Ask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes the benchmark's results as `bench.json` for programs and `bench.html` for people.
final class BenchReport {

    private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

    private BenchReport() {}

    static void write(Result result, Path folder) throws IOException {
        Map<String, Object> json = json(result);
        Files.writeString(
                folder.resolve("bench.json"),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json));
        Files.writeString(folder.resolve("bench.html"), BenchPage.of(result));
    }

    private static Map<String, Object> json(Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        Round single = result.rounds().single();
        json.put("paymentsPerSecond", single.throughput());
        json.put("referenceTps", result.tps());
        json.put("reference", result.reference());
        json.put("ratio", result.ratio(single));
        json.put("cpuMsPerPayment", single.cpuMillisPerPayment());
        result.rounds().open().ifPresent(open -> add(open, json));
        result.rounds().sustained().ifPresent(sustained -> add(sustained, json));
        result.rounds().others().ifPresent(others -> add(others, result, json));
        json.put("historyPayments", result.settings().history());
        json.put("historyEntries", History.entriesOf(result.settings().history()));
        json.put("sound", result.isSound());
        json.put("machine", Machine.described());
        json.put("settings", result.settings().described());
        json.put("referenceTpsBeforeAndAfter", result.referenceTps());
        json.put("rounds", result.all().stream().map(BenchReport::json).toList());
        return json;
    }

    private static void add(Result.Others others, Result result, Map<String, Object> json) {
        json.put("bulkPaymentsPerSecond", others.bulk().throughput());
        json.put("bulkRatio", result.ratio(others.bulk()));
    }

    private static void add(Round open, Map<String, Object> json) {
        json.put("p50Ms", open.millisAt(Ask.END, 50));
        json.put("p99Ms", open.millisAt(Ask.END, 99));
        json.put("postP50Ms", open.millisAt(Ask.POST, 50));
        json.put("postP99Ms", open.millisAt(Ask.POST, 99));
    }

    private static void add(Sustained sustained, Map<String, Object> json) {
        json.put("sustainedP99Growth", sustained.growthOfP99(Ask.END));
        json.put("sustainedPostP99Growth", sustained.growthOfP99(Ask.POST));
        json.put("sustainedMemoryGainedPercent", sustained.memoryGained());
    }

    private static Map<String, Object> json(Round round) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", round.title());
        json.put("completed", round.completed());
        json.put("seconds", round.seconds());
        json.put("paymentsPerSecond", round.throughput());
        json.put("cpuMsPerPayment", round.cpuMillisPerPayment());
        json.put("cpuMsPerPaymentOf", new TreeMap<>(each(round.cpuMillis(), round)));
        json.put("loadCpuMsPerPayment", round.perPayment(round.loadCpuMillis()));
        json.put("residentMiB", new TreeMap<>(round.residentMebibytes()));
        json.put("statementsPerPayment", round.perPayment((double) round.database().statements()));
        json.put(
                "transactionsPerPayment",
                round.perPayment((double) round.database().transactions()));
        json.put(
                "kafkaRequestsPerPayment",
                round.perPayment((double) round.database().kafkaRequests()));
        json.put("walBytesPerPayment", round.perPayment((double) round.database().walBytes()));
        json.put("walSyncsPerPayment", round.perPayment((double) round.database().walSyncs()));
        round.sent().forEach((ask, sent) -> json.put(name(ask), json(sent)));
        json.put("violations", round.violations());
        return json;
    }

    private static Map<String, Object> json(Loop.Sent sent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answers", sent.answers());
        json.put("statuses", new TreeMap<>(sent.statuses()));
        json.put("paymentsAccepted", sent.accepted());
        json.put("paymentsRefused", sent.refused());
        PERCENTILES.forEach(
                percentile -> json.put("p%sMs".formatted(percentile), sent.millisAt(percentile)));
        json.put("p99MsOfEachStretch", sent.eachMillisAt(99));
        return json;
    }

    private static Map<String, Double> each(Map<String, Double> figures, Round round) {
        Map<String, Double> all = new TreeMap<>(figures);
        all.replaceAll((_, figure) -> round.perPayment(figure));
        return all;
    }

    static String name(Ask ask) {
        return ask.name().toLowerCase(Locale.ROOT);
    }
}
