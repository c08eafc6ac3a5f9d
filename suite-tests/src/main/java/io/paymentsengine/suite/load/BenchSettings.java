package io.paymentsengine.suite.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How the benchmark runs: `-Dquick` is the form of three minutes, in which the services have but the first
/// compiler: the second would still be at work when the rounds are over, and be what they measure.
///
/// @param accounts who pay each other
/// @param clients that send the next request when the last was answered, in a closed loop
/// @param warmUp until the compilers of the services have done most of their work
/// @param round how long one round sends payments
/// @param reference how long the reference runs, each time
/// @param repeats of each round that the table has the median of
/// @param bulk payments of one bulk request
/// @param history how many payments have ended before the first round
/// @param onlySingle whether uniform single payments are the only round
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
        boolean onlySingle,
        List<String> options) {

    /// A server's usual compilers in a small heap.
    private static final String OPTIONS = "-Xms64m -Xmx256m -XX:+UseSerialGC";

    private static final String QUICK = OPTIONS + " -XX:TieredStopAtLevel=1";

    static BenchSettings ofSystemProperties() {
        boolean quick = isSet("quick");
        return new BenchSettings(
                Integer.getInteger("accounts", quick ? 2_000 : 10_000),
                Integer.getInteger("clients", 64),
                seconds("warmup", quick ? 20 : 240),
                seconds("seconds", quick ? 12 : 60),
                seconds("reference", quick ? 8 : 20),
                Integer.getInteger("repeats", quick ? 1 : 3),
                Integer.getInteger("bulk", 50),
                Integer.getInteger("history", 0),
                isOnlySingle(text("only", "")),
                Stream.of(text("jvm", quick ? QUICK : OPTIONS).strip().split(" +")).toList());
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
        described.put("on their way at once", Integer.toString(Backlog.MAX));
        described.put("JVM options of a service", String.join(" ", options));
        return described;
    }

    private static boolean isOnlySingle(String only) {
        return switch (only) {
            case "" -> false;
            case "single" -> true;
            default ->
                    throw new IllegalArgumentException("-Donly=" + only + ": single, or nothing");
        };
    }

    private static Duration seconds(String name, int usual) {
        return Duration.ofSeconds(Integer.getInteger(name, usual));
    }

    private static boolean isSet(String name) {
        return !text(name, "false").equals("false");
    }

    private static String text(String name, String usual) {
        String set = System.getProperty(name, "");
        return set.isBlank() ? usual : set;
    }
}
