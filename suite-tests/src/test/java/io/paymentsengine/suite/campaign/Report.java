package io.paymentsengine.suite.campaign;

import io.paymentsengine.suite.campaign.Run.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The report of a campaign.
///
/// @param impossible faults that are not possible on this machine, with the reason
record Report(List<Result> runs, List<String> impossible) {

    static final int WRONG_SHOWN_MAX = 20;

    Report {
        runs = List.copyOf(runs);
        impossible = List.copyOf(impossible);
    }

    boolean isGood() {
        return !runs.isEmpty() && runs.stream().allMatch(Result::isGood);
    }

    /// The summary of a run in one line.
    static String line(Result result) {
        long missed = result.faults().stream().filter(Observed::missedTarget).count();
        return String.format(
                Locale.ROOT,
                "%s: %d faults, %d payments, %d violations; slowest recovery %s; %d targets"
                        + " missed",
                result.run().name(),
                result.faults().size(),
                result.payments(),
                result.wrong().size(),
                slowest(result),
                missed);
    }

    /// The whole report as Markdown.
    String markdown() {
        Stream<String> runLines = runs.stream().flatMap(Report::section);
        Stream<String> impossibleLines =
                impossible.stream().map(fault -> "Not possible here: " + fault + "\n");
        return Stream.of(
                        Stream.of(
                                "# Fault campaign\n",
                                isGood()
                                        ? "All promises were kept.\n"
                                        : "**Not all promises were kept.**\n"),
                        impossibleLines,
                        runLines)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.md"), markdown());
            Files.writeString(
                    folder.resolve("report.json"),
                    JsonMapper.shared()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(content()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> section(Result result) {
        Stream<String> head =
                Stream.of(
                        "## " + line(result) + "\n",
                        "| fault | at | lasted | fixed in | before | during | recovered in | target |",
                        "|---|---|---|---|---|---|---|---|");
        Stream<String> wrong =
                result.wrong().stream().limit(WRONG_SHOWN_MAX).map(line -> "\n- " + line);
        return Stream.of(head, result.faults().stream().map(Report::row), wrong, Stream.of(""))
                .flatMap(lines -> lines);
    }

    private static String row(Observed one) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f s | %.1f s | %.1f s | %.0f/s | %.0f/s | %s | %s |",
                one.name(),
                one.began() / 1000.0,
                Observed.seconds(one.lasted()),
                Observed.seconds(one.mending()),
                one.usual(),
                one.during(),
                one.back().map(Report::seconds).orElse("-"),
                (one.missedTarget() ? "**missed** " : "") + seconds(one.target()));
    }

    private Map<String, Object> content() {
        return Map.of(
                "good", isGood(),
                "impossible", impossible,
                "runs", runs.stream().map(Report::content).toList());
    }

    private static Map<String, Object> content(Result result) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("run", result.run().name());
        content.put("seed", result.run().seed());
        content.put("payments", result.payments());
        content.put("endedInEachSecond", result.course().perSecond());
        content.put("wrong", result.wrong());
        content.put("faults", result.faults().stream().map(Report::content).toList());
        return content;
    }

    private static Map<String, Object> content(Observed one) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("fault", one.name());
        content.put("atMillis", one.began());
        content.put("lastedMillis", one.lasted().toMillis());
        content.put("mendedInMillis", one.mending().toMillis());
        content.put("usualPerSecond", one.usual());
        content.put("duringPerSecond", one.during());
        one.back().ifPresent(back -> content.put("backInMillis", back.toMillis()));
        content.put("targetMillis", one.target().toMillis());
        content.put("missedTarget", one.missedTarget());
        return content;
    }

    private static String slowest(Result result) {
        return result.faults().stream()
                .map(Observed::back)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .map(Report::seconds)
                .orElse("-");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", Observed.seconds(duration));
    }
}
