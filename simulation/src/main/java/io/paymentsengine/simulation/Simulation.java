package io.paymentsengine.simulation;

import io.paymentsengine.simulation.world.Suite;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/// The program behind `./mvnw -Psimulation`. It ends with 1 if it finds anything.
public final class Simulation {

    private static final int PAYMENTS = 100_000;
    private static final int FINDINGS_MAX = 20;

    private Simulation() {}

    public static void main(String... none) {
        boolean fine;
        try (Suite suite = new Suite()) {
            fine =
                    setting("ways", Simulation::hazards)
                            .map(ways -> goEveryWay(suite, ways))
                            .findFirst()
                            .orElseGet(() -> liveByChance(suite));
        }
        System.exit(fine ? 0 : 1);
    }

    private static boolean liveByChance(Suite suite) {
        long seed = setting("seed", Long::valueOf).findFirst().orElseGet(Simulation::anySeed);
        int payments = setting("payments", Integer::valueOf).findFirst().orElse(PAYMENTS);
        say("seed        %d".formatted(seed));
        long started = System.nanoTime();
        Result result = new ManyWorlds(suite).live(seed, payments);
        tell(result, Duration.ofNanos(System.nanoTime() - started));
        return result.isFine();
    }

    private static boolean goEveryWay(Suite suite, List<Hazard> hazards) {
        EveryWay everyWay = new EveryWay(suite);
        boolean fine = true;
        for (Hazard hazard : hazards) {
            say("hazard      %s".formatted(hazard));
            long started = System.nanoTime();
            Result result = everyWay.go(hazard);
            tell(result, Duration.ofNanos(System.nanoTime() - started));
            fine &= result.isFine();
        }
        return fine;
    }

    private static void tell(Result result, Duration taken) {
        say("worlds      %d".formatted(result.worlds()));
        say("payments    %s".formatted(result.tally().payments()));
        say(
                "messages    %d in %d steps"
                        .formatted(result.tally().messages(), result.tally().steps()));
        say("blows       %s".formatted(result.tally().blows()));
        say("print       %016x".formatted(result.tally().print()));
        say("duration    %d ms".formatted(taken.toMillis()));
        say("violations  %d".formatted(result.findings().size()));
        result.findings().stream().limit(FINDINGS_MAX).forEach(finding -> say("  " + finding));
        if (!result.isFine()) {
            say("history of the payments concerned, its last lines:");
            result.history().forEach(Simulation::say);
            say("again: %s".formatted(result.replay()));
        }
    }

    /// What was given with `-D`; an empty one counts as not given.
    private static <T> Stream<T> setting(String name, Function<String, T> reader) {
        return Stream.of(System.getProperty(name, ""))
                .filter(value -> !value.isEmpty())
                .map(reader);
    }

    private static List<Hazard> hazards(String named) {
        return named.equals("all") ? List.of(Hazard.values()) : List.of(Hazard.valueOf(named));
    }

    private static long anySeed() {
        return new SplittableRandom().nextLong(Long.MAX_VALUE);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
