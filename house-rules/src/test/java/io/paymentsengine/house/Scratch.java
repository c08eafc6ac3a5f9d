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

/// A copy of the sources in which anything may be taken away. It stays from run to run, so that only
/// what has changed is compiled.
final class Scratch {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// What a copy needs not: only compiled and tested it is, and by a compiler that is quick.
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

    /// Copies what differs, and deletes what is gone.
    ///
    /// @param maven the command
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

    /// Compiles these modules and what they need, and runs these tests of theirs.
    ///
    /// @param log where Maven's words go
    /// @param more options of Maven's
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
