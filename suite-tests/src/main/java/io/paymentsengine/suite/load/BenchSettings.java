package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.Numbers;
import io.paymentsengine.localstack.process.Java;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// How the benchmark runs: `-Dquick` is the form of three minutes, in which the services have but the first
/// compiler: the second would still be at work when the rounds are over, and be what they measure.
///
/// @param accounts who pay each other
/// @param clients that send the next request when the last was answered, in a closed loop
/// @param warmUp until the compilers of the services have done most of their work
/// @param round how long one round sends payments
/// @param reference how long the reference runs, each time
/// @param repeats of each round that the table has the median of, an odd number
/// @param bulk payments of one bulk request
/// @param history how many payments have ended before the first round
/// @param rate requests a second of the open loop; 0: a share of what the closed one got
/// @param only which rounds are run
/// @param sustained how long the round takes that looks for what grows
/// @param options of the services' JVMs
record BenchSettings(
        int accounts,
        int clients,
        Duration warmUp,
        Duration round,
        Duration reference,
        int repeats,
        int bulk,
        int history,
        int rate,
        Only only,
        Duration sustained,
        List<String> options) {

    /// A server's usual compilers in a small heap.
    private static final List<String> OPTIONS =
            Java.withHugePages(List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC"));

    private static final List<String> QUICK =
            Stream.concat(OPTIONS.stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList();

    /// Uniform single payments in a closed loop are always run.
    enum Only {
        ALL,
        SINGLE,
        /// And an open loop.
        OPEN,
        /// And one that goes on for long.
        SUSTAINED;

        private static Only of(String told) {
            return switch (told) {
                case "" -> ALL;
                case "single" -> SINGLE;
                case "open" -> OPEN;
                case "sustained" -> SUSTAINED;
                default ->
                        throw new IllegalArgumentException(
                                "-Donly=" + told + ": single, open, sustained, or nothing");
            };
        }
    }

    /// Nobody pays themselves.
    private static final int ACCOUNTS_MIN = 2;

    /// What was asked for with `-D`.
    ///
    /// @throws IllegalArgumentException if it makes no sense
    static BenchSettings of(Properties told) {
        Numbers numbers = Numbers.of(told);
        boolean quick = !text(told, "quick", "false").equals("false");
        String options = text(told, "jvm", String.join(" ", quick ? QUICK : OPTIONS));
        return new BenchSettings(
                numbers.from(ACCOUNTS_MIN, "accounts", quick ? 2_000 : 10_000),
                numbers.from(1, "clients", 64),
                Duration.ofSeconds(numbers.from(0, "warmup", quick ? 20 : 240)),
                Duration.ofSeconds(numbers.from(1, "seconds", quick ? 12 : 60)),
                Duration.ofSeconds(numbers.from(1, "reference", quick ? 8 : 20)),
                numbers.odd("repeats", quick ? 1 : 3),
                numbers.from(1, "bulk", 50),
                numbers.from(0, "history", 0),
                numbers.from(0, "rate", 0),
                Only.of(text(told, "only", "")),
                Duration.ofMinutes(numbers.from(1, "minutes", 60)),
                Stream.of(options.strip().split(" +")).toList());
    }

    /// By name, as text.
    Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("accounts", Integer.toString(accounts));
        described.put("clients", Integer.toString(clients));
        described.put("seconds of a round", Long.toString(round.toSeconds()));
        described.put("repeats", Integer.toString(repeats));
        described.put("payments of a bulk request", Integer.toString(bulk));
        described.put("payments ended before", Integer.toString(history));
        described.put(
                "requests a second, open",
                rate == 0 ? "a share of closed" : Integer.toString(rate));
        described.put("on their way at once", Integer.toString(Backlog.MAX));
        described.put("JVM options of a service", String.join(" ", options));
        return described;
    }

    private static String text(Properties told, String name, String usual) {
        String set = told.getProperty(name, "");
        return set.isBlank() ? usual : set;
    }
}
