package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// The benchmark's HTML page: its table, and a histogram of latencies for each round.
final class BenchPage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Payments Engine: benchmark</title>
            <style>
              body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; color: #1b1f24 }
              table { border-collapse: collapse; margin: 1rem 0 } td, th { padding: .25rem .8rem; text-align: left; border-bottom: 1px solid #d8dee4 }
              td.n { text-align: right; font-variant-numeric: tabular-nums } .missed { color: #b42318; font-weight: 600 } .met { color: #1a7f37 }
              figure { margin: 0 0 1rem } svg { background: #f6f8fa } path { fill: #2f6feb } text { font-size: 11px; fill: #57606a }
            </style></head><body>
            <h1>Benchmark</h1>
            <p>:machine</p><p>:settings</p>
            <table><tr><th>figure</th><th>measured</th><th></th><th>target</th><th></th></tr>:figures</table>
            <h2>Profiles</h2><p>Where each service spent its time in the profiled round: :profiles</p>
            <h2>Rounds</h2>:rounds
            </body></html>
            """;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 120;
    private static final int BARS = 80;

    private BenchPage() {}

    static String of(Result result) {
        return PAGE.replace(":machine", list(Machine.described()))
                .replace(":settings", list(result.settings().described()))
                .replace(":figures", joined(result.figures().stream(), BenchPage::row))
                .replace(":profiles", joined(Stream.of(Service.values()), BenchPage::profile))
                .replace(":rounds", joined(result.all().stream(), BenchPage::round));
    }

    private static String row(Result.Figure figure) {
        String verdict =
                figure.met() ? "<span class=met>met</span>" : "<span class=missed>missed</span>";
        return String.format(
                Locale.ROOT,
                "<tr><td>%s</td><td class=n>%.2f</td><td>%s</td><td>%s</td><td>%s</td></tr>",
                text(figure.name()),
                figure.value(),
                figure.unit(),
                text(figure.target()),
                figure.target().isEmpty() ? "" : verdict);
    }

    private static String profile(Service service) {
        return "<a href='%s'>%s</a> ".formatted(Profiles.pageOf(service), service.title());
    }

    private static String round(Round round) {
        return String.format(
                Locale.ROOT,
                "<h3>%s</h3><p>%.0f payments/s, %d completed in %.1f s; CPU per payment %.2f ms: %s</p>%s%s",
                text(round.title()),
                round.throughput(),
                round.completed(),
                round.seconds(),
                round.cpuMillisPerPayment(),
                joined(
                        new TreeMap<>(round.cpuMillis()).keySet().stream(),
                        process -> cpu(process, round)),
                joined(
                        round.violations().stream(),
                        violation -> "<p class=missed>%s</p>".formatted(text(violation))),
                joined(
                        round.sent().entrySet().stream(),
                        sent -> figure(BenchReport.name(sent.getKey()), sent.getValue())));
    }

    private static String cpu(String process, Round round) {
        return String.format(Locale.ROOT, "%s %.2f ", process, round.cpuMillisPerPayment(process));
    }

    private static String figure(String ask, Loop.Sent sent) {
        return String.format(
                Locale.ROOT,
                "<figure><figcaption>%s: %d answers, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms</figcaption>%s</figure>",
                ask,
                sent.answers(),
                sent.millisAt(50),
                sent.millisAt(99),
                sent.millisAt(99.9),
                histogram(sent.latencies()));
    }

    /// Shows latencies up to the 99.5th percentile; a few stragglers would squeeze all others into one bar.
    static String histogram(Histogram latencies) {
        long end = Math.max(latencies.getValueAtPercentile(99.5), BARS);
        double[] counts = new double[BARS];
        for (int bar = 0; bar < BARS; bar++) {
            counts[bar] =
                    latencies.getCountBetweenValues(end * bar / BARS, end * (bar + 1) / BARS - 1);
        }
        double highest = Math.max(1, Arrays.stream(counts).max().orElse(1));
        StringBuilder path = new StringBuilder();
        double width = (double) WIDTH / BARS;
        for (int bar = 0; bar < BARS; bar++) {
            double height = counts[bar] / highest * (HEIGHT - 20);
            path.append(
                    String.format(
                            Locale.ROOT,
                            "M%.1f %d h%.1f v%.1f h-%.1f z",
                            bar * width,
                            HEIGHT - 15,
                            width - 1,
                            -height,
                            width - 1));
        }
        return String.format(
                Locale.ROOT,
                "<svg width=%1$d height=%2$d viewBox='0 0 %1$d %2$d'><path d='%3$s'/><text x=0 y=%4$d>0</text><text x=%5$d y=%4$d text-anchor=end>%6$.1f ms</text></svg>",
                WIDTH,
                HEIGHT,
                path,
                HEIGHT - 3,
                WIDTH,
                end / 1_000.0);
    }

    private static String list(Map<String, String> described) {
        return described.entrySet().stream()
                .map(each -> text(each.getKey() + ": " + each.getValue()))
                .collect(Collectors.joining(" &middot; "));
    }

    private static <T> String joined(Stream<T> items, Function<T, String> shown) {
        return items.map(shown).collect(Collectors.joining());
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
