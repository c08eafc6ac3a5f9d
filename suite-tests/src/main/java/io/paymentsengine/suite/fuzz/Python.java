package io.paymentsengine.suite.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A virtual environment of our own with exactly the packages of a requirements file.
final class Python {

    private static final String NEEDED =
            "the fuzz needs Python 3.11 or later with venv (Debian: apt install python3-venv), as"
                    + " python3 or python";

    private static final String IS_NEW_ENOUGH =
            "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

    private static final Path HERE = Path.of("").toAbsolutePath();

    private final Path folder;

    private Python(Path folder) {
        this.folder = folder;
    }

    /// Creates the environment in this folder, or reuses the existing one if it was made from the same
    /// requirements.
    ///
    /// @throws IllegalStateException with a message for the person running the command, if there is no
    ///     suitable Python
    static Python with(Path requirements, Path folder) throws IOException {
        Python python = new Python(folder);
        Path done = folder.resolve("requirements.txt");
        if (Files.exists(done) && Files.mismatch(done, requirements) == -1) {
            return python;
        }
        String system =
                Stream.of("python3", "python")
                        .filter(name -> isDone(List.of(name, "-c", IS_NEW_ENOUGH)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(NEEDED));
        require(List.of(system, "-m", "venv", "--clear", folder.toString()));
        require(
                List.of(
                        python.program("python"),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--require-hashes",
                        "--requirement",
                        requirements.toString()));
        Files.copy(requirements, done);
        return python;
    }

    /// Runs a program of the environment with inherited output. Its working directory is the environment's
    /// folder, so that files it leaves behind do not end up elsewhere.
    ///
    /// @return the exit code
    int run(String program, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(program(program)));
        command.addAll(arguments);
        return exitCode(command, environment, folder).orElseThrow();
    }

    private String program(String name) {
        Path unix = folder.resolve("bin");
        Path programs = Files.exists(unix) ? unix : folder.resolve("Scripts");
        return programs.resolve(name).toAbsolutePath().toString();
    }

    private static boolean isDone(List<String> command) {
        return exitCode(command, Map.of(), HERE).filter(code -> code == 0).isPresent();
    }

    private static void require(List<String> command) {
        if (!isDone(command)) {
            throw new IllegalStateException(String.join(" ", command) + " has failed; " + NEEDED);
        }
    }

    /// Empty if there is no such program.
    private static Optional<Integer> exitCode(
            List<String> command, Map<String, String> environment, Path workingFolder) {
        ProcessBuilder builder =
                new ProcessBuilder(command).inheritIO().directory(workingFolder.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            return Optional.of(process.waitFor());
        } catch (IOException missing) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
