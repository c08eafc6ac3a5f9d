package io.paymentsengine.suite.fuzz;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.localstack.Numbers;
import io.paymentsengine.localstack.Repository;
import io.paymentsengine.localstack.Settings;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.invariants.Invariants;
import io.paymentsengine.suite.logs.NewLines;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// The program behind `./mvnw -Pfuzz`: runs schemathesis against the OpenAPI document of each service, on a
/// suite of its own with some accounts and payments. It fails on any finding of schemathesis, on any log line
/// that was not written by a logger, on any violated invariant afterwards, and on any operation that was
/// refused every time, because then only its refusals were tested.
final class Fuzz {

    /// Roughly how many requests one example for each operation causes, including the stateful steps that
    /// follow from it.
    private static final int CASES_OF_AN_EXAMPLE = 80;

    private static final Money ONE = Money.parse("1.00", "EUR");
    private static final int STRANGE_LINES_MAX = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Operations that are granted only for a saga that needs attention.
    private static final Set<String> REFUSED_AS_A_RULE =
            Set.of(
                    "POST /api/v1/sagas/{paymentId}/retry",
                    "POST /api/v1/sagas/{paymentId}/compensate");

    private final Path folder = Repository.folder().resolve("target").resolve("fuzz");
    private final Path refused = folder.resolve("refused.txt");
    private final Path sources = Repository.folder().resolve("suite-tests/src/fuzz");
    private final PrintStream out;
    private final int examples;
    private final OptionalLong seed;

    private Fuzz(PrintStream out, Numbers told) {
        this.out = out;
        this.examples = Math.max(1, told.from(1, "cases", 1) / CASES_OF_AN_EXAMPLE);
        this.seed = told.any("seed");
    }

    /// The command's main method. `-Dcases` is the approximate number of requests, `-Dseed` the seed. The
    /// exit code is 2 if the settings are invalid.
    public static void main(String[] arguments) {
        Fuzz fuzz;
        try {
            fuzz = new Fuzz(System.out, Numbers.ofSystemProperties());
        } catch (IllegalArgumentException misunderstood) {
            System.out.println(misunderstood.getMessage());
            System.exit(2);
            return;
        }
        System.exit(fuzz.run());
    }

    private int run() {
        try {
            Python python =
                    Python.with(sources.resolve("requirements.txt"), folder.resolve("python"));
            try (LocalSuite suite = LocalSuite.started(folder, Settings.apart(folder).options())) {
                return judged(suite, python);
            }
        } catch (IllegalStateException | IOException | SQLException broken) {
            out.println(broken.getMessage());
            return 1;
        }
    }

    private int judged(LocalSuite suite, Python python) throws IOException, SQLException {
        Map<String, String> environment = environment(Tenant.standard(suite));
        NewLines logged = NewLines.in(suite.logs());
        Files.deleteIfExists(refused);
        List<String> failed = new ArrayList<>();
        for (Service service : Service.values()) {
            String document = suite.address(service).resolve("/v3/api-docs").toString();
            if (python.run("schemathesis", arguments(document), environment) != 0) {
                failed.add(service.title());
            }
        }
        List<String> strange = logged.strange();
        List<String> wrong = wrong(suite);
        List<String> untried = untried();
        strange.stream().limit(STRANGE_LINES_MAX).forEach(out::println);
        wrong.forEach(out::println);
        untried.forEach(operation -> out.println("never carried out: " + operation));
        out.printf(
                "services with findings: %s; unexpected log lines: %d; violations: %d; operations never carried"
                        + " out: %d%n",
                failed.isEmpty() ? "none" : String.join(", ", failed),
                strange.size(),
                wrong.size(),
                untried.size());
        return Stream.of(failed, strange, wrong, untried).allMatch(List::isEmpty) ? 0 : 1;
    }

    /// The invariants that are violated when the suite is at rest or the wait for it has timed out.
    private static List<String> wrong(LocalSuite suite) throws SQLException {
        List<String> wrong = new ArrayList<>();
        try {
            Awaitility.await("rest")
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> Invariants.unsettled(suite).isEmpty());
        } catch (ConditionTimeoutException restless) {
            wrong.add("not at rest after " + PATIENCE.toSeconds() + " s");
        }
        Invariants.violations(suite, List.of()).forEach(each -> wrong.add(each.toString()));
        return wrong;
    }

    /// The operations that were refused every time although they could have succeeded.
    private List<String> untried() throws IOException {
        return Files.readAllLines(refused).stream()
                .filter(operation -> !REFUSED_AS_A_RULE.contains(operation))
                .toList();
    }

    private List<String> arguments(String document) {
        return Stream.concat(
                        Stream.of(
                                "--config-file",
                                sources.resolve("schemathesis.toml").toString(),
                                "run",
                                document,
                                "--no-color",
                                "--max-examples",
                                Integer.toString(examples)),
                        seed.stream()
                                .boxed()
                                .flatMap(number -> Stream.of("--seed", number.toString())))
                .toList();
    }

    /// Tells schemathesis which accounts and payments exist; by guessing ids it would never find any.
    private Map<String, String> environment(Tenant tenant) {
        List<String> accounts =
                Stream.generate(() -> tenant.opensWith(Money.parse("1000000.00", "EUR")))
                        .limit(8)
                        .map(Account::id)
                        .toList();
        String payments =
                Stream.iterate(1, at -> at + 1)
                        .limit(accounts.size() - 1L)
                        .map(at -> PaymentOrder.of(accounts.getFirst(), accounts.get(at), ONE))
                        .map(order -> tenant.pays(order).id())
                        .collect(Collectors.joining(","));
        return Map.of(
                "FUZZ_ACCOUNTS",
                String.join(",", accounts),
                "FUZZ_PAYMENTS",
                payments,
                "FUZZ_REFUSED",
                refused.toAbsolutePath().toString(),
                "PYTHONPATH",
                sources.toString(),
                "PYTHONDONTWRITEBYTECODE",
                "1",
                "PYTHONUTF8",
                "1",
                "SCHEMATHESIS_HOOKS",
                "hooks");
    }
}
