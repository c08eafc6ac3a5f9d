package io.paymentsengine.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.faultagent.Boundary;
import io.paymentsengine.faultagent.Post.Halted;
import io.paymentsengine.localstack.Numbers;
import io.paymentsengine.suite.Boundaries;
import io.paymentsengine.suite.Hurry;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.faults.Crash.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that the promises hold wherever a process dies, for one documented boundary after the other.
@ExtendWith(RunningSuite.class)
class CrashBoundariesJourney {

    /// With this property, all boundaries or the selected ones are tested, on services with short intervals
    /// and timeouts. Without it, a few that ordinary traffic passes are tested, on services with default
    /// settings.
    private static final String ALL = "boundaries";

    /// Prefixes of the names of the selected boundaries, separated by commas.
    private static final String WANTED = "boundary";

    private static final List<String> FEW =
            List.of(
                    "payment-service:group:after",
                    "payment-service:batch:after",
                    "validation-service:outbox-row:after",
                    "account-service:sending:before",
                    "account-service:batch-fence:after",
                    "saga-orchestrator:sent:before");

    private static final int PASSAGE_MAX = 3;

    private final LocalSuite suite;

    CrashBoundariesJourney(LocalSuite suite) {
        this.suite = suite;
    }

    /// The limit is for all boundaries on a slow machine; each crash has its own limits.
    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    void halted_at_any_boundary_a_service_comes_back_and_nothing_is_lost() {
        long seed = Numbers.ofSystemProperties().any("seed").orElseGet(System::nanoTime);
        System.out.println("Repeat these crashes with -Dseed=" + seed);
        List<Result> results = new ArrayList<>();
        if (Boolean.getBoolean(ALL)) {
            hurried(wanted())
                    .forEach(
                            (hurry, boundaries) -> {
                                suite.startAnew(hurry);
                                results.addAll(crashes(boundaries, seed));
                            });
        } else {
            suite.startAnew(Hurry.NONE);
            results.addAll(crashes(Boundaries.startingWith(String.join(",", FEW)), seed));
        }
        System.out.println(summary(results));
        assertThat(Boundaries.inTheCode())
                .hasSameElementsAs(Boundaries.named().stream().map(Boundary::place).toList());
        assertThat(results).isNotEmpty().allSatisfy(each -> assertThat(each.wrong()).isEmpty());
    }

    private List<Result> crashes(List<Boundary> boundaries, long seed) {
        Orders orders = new Orders(suite, new Random(seed));
        List<Result> results = new ArrayList<>();
        for (Boundary boundary : boundaries) {
            int passage = passage(boundary, seed);
            Result result = new Crash(suite, boundary, passage, orders::next).happen();
            System.out.println(line(result));
            results.add(result);
        }
        return results;
    }

    /// Groups boundaries by the settings that they need.
    private static Map<Hurry, List<Boundary>> hurried(List<Boundary> boundaries) {
        return boundaries.stream()
                .collect(
                        Collectors.groupingBy(
                                each -> Circumstance.named(each.circumstance()).hurry(),
                                () -> new EnumMap<>(Hurry.class),
                                Collectors.toList()));
    }

    /// A boundary that is passed all the time is not always halted at its first passage. The passage depends
    /// only on the seed and the boundary, not on other boundaries or on the clients' random numbers.
    private static int passage(Boundary boundary, long seed) {
        Circumstance circumstance = Circumstance.named(boundary.circumstance());
        Random random = new Random(31 * seed + boundary.name().hashCode());
        return circumstance == Circumstance.TRAFFIC ? 1 + random.nextInt(PASSAGE_MAX) : 1;
    }

    private static List<Boundary> wanted() {
        String starts = System.getProperty(WANTED, "");
        return starts.isEmpty() ? Boundaries.named() : Boundaries.startingWith(starts);
    }

    private static String line(Result result) {
        return "%-55s passage %4s of its process, ready after %4.1f s, %4d payments, %s"
                .formatted(
                        result.boundary().name(),
                        result.halted().map(Halted::passages).map(String::valueOf).orElse("none"),
                        seconds(result.recovery()),
                        result.payments(),
                        result.wrong().isEmpty() ? "0 violations" : result.wrong());
    }

    private static String summary(List<Result> results) {
        return "%d boundaries named, %d in the code, %d halted, %d violations"
                .formatted(
                        Boundaries.named().size(),
                        Boundaries.inTheCode().size(),
                        results.stream().filter(each -> each.halted().isPresent()).count(),
                        results.stream().mapToInt(each -> each.wrong().size()).sum());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
