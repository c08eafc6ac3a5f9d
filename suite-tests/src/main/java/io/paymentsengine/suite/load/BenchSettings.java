package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.Numbers;
import io.paymentsengine.localstack.process.Java;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// The benchmark's settings. `-Dquick` is the three-minute form, in which the services use only the first
/// compiler (C1). The second would still be compiling when the rounds are over, and would distort what they
/// measure.
///
/// @param accounts how many accounts pay each other
/// @param clients how many clients a closed loop has; each sends its next request when its last was answered
/// @param warmUp time for the services' compilers to do most of their work
/// @param round how long one round sends payments
/// @param reference how long each run of the reference takes
/// @param repeats how often each round is run for its median, an odd number
/// @param bulk payments in a bulk request
/// @param history how many payments have ended before the first round
/// @param rate requests per second in the open loop; 0 for a share of the closed loop's throughput
/// @param only which rounds are run
/// @param sustained how long the sustained round takes, which looks for growth
/// @param options the services' JVM options
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

    /// A server's default compilers in a small heap.
    private static final List<String> OPTIONS =
            Java.withHugePages(List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC"));

    private static final List<String> QUICK =
            Stream.concat(OPTIONS.stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList();

    /// Which rounds are run. Uniform single payments in a closed loop are always included.
    enum Only {
        ALL,
        SINGLE,
        /// Adds an open loop.
        OPEN,
        /// Adds a long open loop.
        SUSTAINED;

        private static Only of(String told) {
            return switch (told) {
                case "" -> ALL;
                case "single" -> SINGLE;
                case "open" -> OPEN;
                case "sustained" -> SUSTAINED;
                default ->
                        throw new IllegalArgumentException(
                                "-Donly=" + told + ": must be single, open or sustained");
            };
        }
    }

    /// A payment needs two different accounts.
    private static final int ACCOUNTS_MIN = 2;

    /// The settings given with `-D`.
    ///
    /// @throws IllegalArgumentException if a setting is invalid
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

    /// The settings by name, as text.
    Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        described.put("accounts", Integer.toString(accounts));
        described.put("clients", Integer.toString(clients));
        described.put("seconds per round", Long.toString(round.toSeconds()));
        described.put("repeats", Integer.toString(repeats));
        described.put("payments per bulk request", Integer.toString(bulk));
        described.put("payments in the history", Integer.toString(history));
        described.put(
                "requests per second, open loop",
                rate == 0 ? "a share of the closed loop" : Integer.toString(rate));
        described.put("payments in flight, at most", Integer.toString(Backlog.MAX));
        described.put("JVM options of each service", String.join(" ", options));
        return described;
    }

    private static String text(Properties told, String name, String usual) {
        String set = told.getProperty(name, "");
        return set.isBlank() ? usual : set;
    }
}
