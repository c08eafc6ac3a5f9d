package io.paymentsengine.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A copy of the sources from which guards can be removed. It is kept between runs, so that only
/// changes are compiled.
final class Scratch {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// Maven options that skip what a copy doesn't need and favour a quick start of JVMs: it is
    /// only compiled and tested.
    private static final List<String> QUICKLY =
            List.of(
                    "--offline",
                    "--batch-mode",
                    "--quiet",
                    "-Dmutant",
                    "-Denforcer.skip",
                    "-Dspotless.phase=none",
                    "-DargLine=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                    "-Dsurefire.failIfNoSpecifiedTests=false");

    private final House copy;
    private final Path maven;

    private Scratch(House copy, Path maven) {
        this.copy = copy;
        this.maven = maven;
    }

    /// Updates the copy: copies what differs, and deletes what no longer exists.
    ///
    /// @param maven the path of the Maven command
    static Scratch of(House house, Path folder, Path maven) throws IOException {
        Files.createDirectories(folder);
        House copy = new House(folder);
        List<HouseFile> files = house.files();
        Set<String> names = files.stream().map(HouseFile::name).collect(Collectors.toSet());
        for (HouseFile file : files) {
            Path target = copy.file(file.name()).path();
            if (!Files.exists(target) || Files.mismatch(file.path(), target) >= 0) {
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file.path()));
            }
        }
        for (HouseFile file : copy.files()) {
            if (!names.contains(file.name())) {
                Files.delete(file.path());
            }
        }
        return new Scratch(copy, maven);
    }

    void write(HouseFile file, String text) throws IOException {
        Files.writeString(copy.file(file.name()).path(), text);
    }

    /// Compiles these modules and the modules that they need, and runs these tests.
    ///
    /// @param log the file that gets Maven's output
    /// @param more additional options of Maven
    TestReport test(Set<String> modules, List<NamedTest> tests, Path log, String... more)
            throws IOException, InterruptedException {
        for (NamedTest test : tests) {
            Files.deleteIfExists(reportOf(test));
        }
        List<String> command = new ArrayList<>();
        command.add(maven.toString());
        command.addAll(QUICKLY);
        command.addAll(List.of(more));
        command.addAll(List.of("--also-make", "--projects", String.join(",", modules)));
        command.add("-Dtest=" + selected(tests));
        command.add("test");
        run(command, log);
        return TestReport.of(tests.stream().map(this::reportOf).distinct().toList());
    }

    private void run(List<String> command, Path log) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(copy.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private Path reportOf(NamedTest test) {
        return copy.root()
                .resolve(test.file().module())
                .resolve("target/surefire-reports/TEST-" + test.type() + ".xml");
    }

    private static String selected(List<NamedTest> tests) {
        return tests.stream()
                .map(test -> test.type() + "#" + test.method())
                .collect(Collectors.joining(","));
    }
}
