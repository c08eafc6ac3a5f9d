package io.paymentsengine.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Removes one guard after the other and runs the tests that should fail without it. Run by
/// `./mvnw -Pguards`; exits with 1 if the removal of a guard goes unnoticed.
final class RemovedGuards {

    /// Compiles only the changed file, not its whole module. This is safe because no signature
    /// changes.
    private static final String CHANGED_ALONE = "-Dmaven.compiler.useIncrementalCompilation=false";

    private final House house;
    private final Scratch scratch;
    private final Path logs;

    private RemovedGuards(House house, Scratch scratch, Path logs) {
        this.house = house;
        this.scratch = scratch;
        this.logs = logs;
    }

    /// The name that stands for no guard.
    private static final String NONE = "none";

    /// The result of a guard's tests without the guard.
    private enum Verdict {
        RED,
        GREEN,
        BROKEN
    }

    private record Row(Guard guard, Verdict verdict, String detail, long seconds) {

        String text() {
            return "%-6s %4d s  %-45s %s".formatted(verdict, seconds, guard.name(), detail);
        }
    }

    /// Generates the page, then removes the requested guards.
    ///
    /// @param arguments the home folder of Maven, and the guards: names, which may contain `*`,
    ///     separated by commas
    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> faults = Guards.faults(House.OURS);
        if (!faults.isEmpty()) {
            faults.forEach(System.out::println);
            System.exit(1);
        }
        Path page = House.OURS.file(Guards.PAGE).path();
        Files.createDirectories(page.getParent());
        Files.writeString(page, Guards.page(House.OURS));
        if (arguments[1].equals(NONE)) {
            return;
        }
        Set<Guard> asked = new LinkedHashSet<>();
        for (String name : arguments[1].split(",", -1)) {
            List<Guard> named = named(name);
            if (named.isEmpty()) {
                System.out.printf(
                        "-Dguard=%s: no such guard; -Dguard=%s only generates the page%n",
                        name, NONE);
                System.exit(2);
            }
            asked.addAll(named);
        }
        System.exit(allNoticed(List.copyOf(asked), arguments[0]) ? 0 : 1);
    }

    private static boolean allNoticed(List<Guard> guards, String maven)
            throws IOException, InterruptedException {
        Path target = House.OURS.root().resolve("house-rules/target");
        Path logs = Files.createDirectories(target.resolve("guards-logs"));
        Path command = Path.of(maven, "bin", isWindows() ? "mvn.cmd" : "mvn");
        Scratch scratch = Scratch.of(House.OURS, target.resolve("guards"), command);
        return new RemovedGuards(House.OURS, scratch, logs).allNoticed(guards);
    }

    private boolean allNoticed(List<Guard> guards) throws IOException, InterruptedException {
        if (!testsAreGreen(guards)) {
            return false;
        }
        List<HouseFile> files = house.files();
        List<Row> rows = new ArrayList<>();
        for (Guard guard : guards) {
            Row row = without(guard, guard.placeAmong(files));
            System.out.println(row.text());
            rows.add(row);
        }
        List<Row> unnoticed = rows.stream().filter(row -> row.verdict() != Verdict.RED).toList();
        System.out.printf(
                "%n%d of %d guards have a test that fails without them%n",
                rows.size() - unnoticed.size(), rows.size());
        unnoticed.forEach(row -> System.out.println(row.text()));
        return unnoticed.isEmpty();
    }

    /// Runs all tests with every guard in place: a test that fails anyway proves nothing.
    private boolean testsAreGreen(List<Guard> guards) throws IOException, InterruptedException {
        List<NamedTest> tests =
                guards.stream().flatMap(each -> each.testsIn(house).stream()).distinct().toList();
        TestReport report = scratch.test(modulesOf(tests), tests, logs.resolve("none.log"));
        System.out.printf(
                "Nothing removed: %d tests run, %d failed%n",
                report.run(), report.failures().size());
        report.failures().forEach(System.out::println);
        return report.isGreen();
    }

    private Row without(Guard guard, HouseFile place) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<NamedTest> tests = guard.testsIn(house);
        Set<String> modules = modulesOf(tests);
        modules.add(place.module());
        Path log = logs.resolve(guard.name() + ".log");
        String source = place.text();
        scratch.write(place, guard.takenFrom(source));
        try {
            TestReport report = scratch.test(modules, tests, log, CHANGED_ALONE);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            return new Row(guard, verdict(report), detail(report, log), seconds);
        } finally {
            scratch.write(place, source);
        }
    }

    private static Verdict verdict(TestReport report) {
        if (report.isRed()) {
            return Verdict.RED;
        }
        return report.isGreen() ? Verdict.GREEN : Verdict.BROKEN;
    }

    private static String detail(TestReport report, Path log) {
        return report.failures().stream()
                .findFirst()
                .map(failure -> failure.test() + ": " + failure.why())
                .map(text -> text.substring(0, Math.min(text.length(), 160)))
                .orElseGet(() -> report.isGreen() ? "no test fails without it" : "see " + log);
    }

    private static Set<String> modulesOf(List<NamedTest> tests) {
        return tests.stream()
                .map(test -> test.file().module())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Guard> named(String name) {
        String pattern = Pattern.quote(name).replace("*", "\\E.*\\Q");
        return Guard.of(House.OURS).stream()
                .filter(guard -> guard.name().matches(pattern))
                .toList();
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
