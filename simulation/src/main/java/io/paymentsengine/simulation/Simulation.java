package io.paymentsengine.simulation;

import io.paymentsengine.simulation.world.Suite;
import java.time.Duration;
import java.util.List;

/// The program behind `./mvnw -Psimulation`. Its exit code is 1 if there are findings, and 2 if the settings
/// are invalid.
public final class Simulation {

    private static final int FINDINGS_MAX = 20;
    private static final int MISUNDERSTOOD = 2;

    private Simulation() {}

    public static void main(String... none) {
        System.exit(run());
    }

    private static int run() {
        Wanted wanted;
        try {
            wanted = Wanted.of(System.getProperties());
        } catch (IllegalArgumentException misunderstood) {
            say(String.valueOf(misunderstood.getMessage()));
            return MISUNDERSTOOD;
        }
        try (Suite suite = new Suite()) {
            boolean fine =
                    wanted.ways().isEmpty()
                            ? liveByChance(suite, wanted)
                            : goEveryWay(suite, wanted.ways());
            return fine ? 0 : 1;
        }
    }

    private static boolean liveByChance(Suite suite, Wanted wanted) {
        say("seed        %d".formatted(wanted.seed()));
        long started = System.nanoTime();
        Result result = new ManyWorlds(suite).live(wanted.seed(), wanted.payments());
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
        say("payments    %s".formatted(result.counts().payments()));
        say(
                "messages    %d in %d steps"
                        .formatted(result.counts().messages(), result.counts().steps()));
        say("blows       %s".formatted(result.counts().blows()));
        say("print       %016x".formatted(result.counts().print()));
        say("duration    %d ms".formatted(taken.toMillis()));
        say("violations  %d".formatted(result.findings().size()));
        result.findings().stream().limit(FINDINGS_MAX).forEach(finding -> say("  " + finding));
        if (!result.isFine()) {
            say("history of the payments concerned, its last lines:");
            result.history().forEach(Simulation::say);
            say("to repeat: %s".formatted(result.replay()));
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
