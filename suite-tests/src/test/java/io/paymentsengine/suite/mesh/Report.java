package io.paymentsengine.suite.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The report on a mesh, by promise.
final class Report {

    private static final Path FOLDER = Path.of("target");

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Mesh conformance</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
            h2 { margin-top: 2.2rem; font-size: 1.1rem }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #ddd }
            td:first-child, th:first-child { width: 26% }
            td:last-child, th:last-child { width: 6rem; white-space: nowrap; font-weight: 600 }
            .KEPT { color: #17702f } .BROKEN { color: #b3161b } .NOT_TRIED { color: #8a6100 }
            </style>
            <h1>Mesh conformance</h1>
            """;

    private final String name;
    private final Map<String, List<Row>> promises = new LinkedHashMap<>();

    /// The outcome of a test.
    enum Verdict {
        KEPT,
        BROKEN,
        NOT_TRIED;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private record Row(String test, String done, String measured, Verdict verdict) {}

    /// @param name base name of the report's files
    Report(String name) {
        this.name = name;
    }

    /// Adds a result and writes the report at once, so that an aborted run leaves its results.
    synchronized void add(String promise, String test, Proof proof, Verdict verdict) {
        promises.computeIfAbsent(promise, _ -> new ArrayList<>())
                .add(new Row(test, proof.done(), proof.measured(), verdict));
        write();
    }

    /// Writes the report as Markdown and as HTML.
    private void write() {
        try {
            Files.writeString(FOLDER.resolve(name + ".md"), markdown());
            Files.writeString(FOLDER.resolve(name + ".html"), html());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String markdown() {
        StringBuilder page = new StringBuilder("# Mesh conformance\n\n" + summary() + "\n");
        promises.forEach(
                (promise, rows) -> {
                    page.append("\n## %s\n\n".formatted(promise))
                            .append("| test | what was done | what was measured | verdict |\n")
                            .append("|---|---|---|---|\n");
                    rows.forEach(
                            row ->
                                    page.append(
                                            "| %s | %s | %s | %s |\n"
                                                    .formatted(
                                                            row.test(),
                                                            cell(row.done()),
                                                            cell(row.measured()),
                                                            row.verdict().words())));
                });
        return page.toString();
    }

    String html() {
        StringBuilder page = new StringBuilder(HEAD + "<p>%s</p>\n".formatted(summary()));
        promises.forEach(
                (promise, rows) -> {
                    page.append("<h2>%s</h2>\n<table>\n".formatted(escaped(promise)))
                            .append(
                                    "<tr><th>test<th>what was done<th>what was measured<th>verdict\n");
                    rows.forEach(
                            row ->
                                    page.append(
                                            "<tr><td>%s<td>%s<td>%s<td class=\"%s\">%s\n"
                                                    .formatted(
                                                            escaped(row.test()),
                                                            escaped(row.done()),
                                                            escaped(row.measured()),
                                                            row.verdict(),
                                                            row.verdict().words())));
                    page.append("</table>\n");
                });
        return page.toString();
    }

    private String summary() {
        Map<Verdict, Long> counts =
                promises.values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(Row::verdict, Collectors.counting()));
        return "%d promises, %d tests: %d kept, %d broken, %d not tried."
                .formatted(
                        promises.size(),
                        counts.values().stream().mapToLong(Long::longValue).sum(),
                        counts.getOrDefault(Verdict.KEPT, 0L),
                        counts.getOrDefault(Verdict.BROKEN, 0L),
                        counts.getOrDefault(Verdict.NOT_TRIED, 0L));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
