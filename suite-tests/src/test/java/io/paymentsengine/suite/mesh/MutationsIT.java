package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/// Removes each safeguard and demands that its test fails. Run by `./mvnw -Pmesh -Dmutations`.
@Promise("Without a safeguard, its test fails")
class MutationsIT {

    /// Open connections notice a change within 45 seconds, so a test that passes is run again for this long.
    /// A test that fails must fail twice, because one that fails only now and then proves nothing.
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private static final int WORDS_MAX = 200;

    private final InTheMesh.Visit visit;

    MutationsIT(InTheMesh.Visit visit) {
        this.visit = visit;
    }

    @TestFactory
    Stream<DynamicTest> each_mutation_makes_its_test_red() {
        String names = System.getProperty("mutations", "");
        boolean all = names.isBlank() || names.equals("true");
        return Mutation.asked(all ? "*" : names).stream()
                .map(each -> dynamicTest(each.mutation(), () -> demandRed(each)));
    }

    private void demandRed(Mutation mutation) throws Exception {
        Proof proof = new Proof().did("%s: %s", mutation.test(), mutation.breaks());
        Report.Verdict verdict = Report.Verdict.BROKEN;
        try (AutoCloseable _ = visit.mesh().mutated(mutation.asPatch())) {
            long start = System.nanoTime();
            Optional<Failure> failure = redTwice(mutation);
            while (failure.isEmpty() && System.nanoTime() - start < PATIENCE.toNanos()) {
                failure = redTwice(mutation);
            }
            proof.measured("%s", failure.map(MutationsIT::words).orElse("its test does not fail"));
            assertThat(failure)
                    .as("without %s fails %s", mutation.mutation(), mutation.test())
                    .isPresent();
            verdict = Report.Verdict.KEPT;
        } finally {
            visit.report().add("Mutations", mutation.mutation(), proof, verdict);
        }
    }

    private static Optional<Failure> redTwice(Mutation mutation) throws ClassNotFoundException {
        Optional<Failure> once = run(mutation).filter(MutationsIT::isVerdict);
        return once.isEmpty() ? once : run(mutation).filter(MutationsIT::isVerdict);
    }

    /// Whether the test found a violation, rather than being unable to finish.
    private static boolean isVerdict(Failure failure) {
        return failure.getException() instanceof AssertionError
                || failure.getException() instanceof ConditionTimeoutException;
    }

    private static Optional<Failure> run(Mutation mutation) throws ClassNotFoundException {
        Class<?> type = Class.forName(mutation.testClass());
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(type, method(type, mutation)))
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getTestsSucceededCount() + summary.getTotalFailureCount())
                .as("%s was run", mutation.test())
                .isPositive();
        return summary.getFailures().stream().findFirst();
    }

    private static Method method(Class<?> type, Mutation mutation) {
        return Stream.of(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(mutation.testMethod()))
                .findFirst()
                .orElseThrow();
    }

    private static String words(Failure failure) {
        String words =
                String.valueOf(failure.getException().getMessage()).strip().replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), WORDS_MAX));
    }
}
