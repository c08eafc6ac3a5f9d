package io.paymentsengine.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A child process. It ends with this JVM at the latest; see [Guard].
public final class Child {

    private static final int LAST_LINES = 30;
    private static final int POLL_MILLIS = 25;

    private final Launch launch;
    private final long logBefore;
    private final Process process;

    private Child(Launch launch, long logBefore, Process process) {
        this.launch = launch;
        this.logBefore = logBefore;
        this.process = process;
    }

    /// Starts a program. Appends its output to the log file, and creates its folder if necessary.
    public static Child start(Launch launch) {
        Guard guard = Guard.ofThisJvm();
        Folders.make(launch.folder());
        Folders.makeFor(launch.log());
        ProcessBuilder builder =
                new ProcessBuilder(launch.command())
                        .directory(launch.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            long logBefore = Files.exists(launch.log()) ? Files.size(launch.log()) : 0;
            Process process = builder.start();
            guard.endWithUs(process.toHandle());
            return new Child(launch, logBefore, process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Runs a program to its end.
    ///
    /// @throws StartFailed if its exit code is not 0
    public static void run(Launch launch) {
        Child child = start(launch);
        if (!child.waitedForEnd(Long.MAX_VALUE) || child.process.exitValue() != 0) {
            throw child.failed("failed");
        }
    }

    /// Returns when the program is ready.
    ///
    /// @throws StartFailed if it ends before it is ready, or isn't ready in time; then it is killed
    public void awaitReady(Predicate<Child> ready, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (!ready.test(this)) {
            if (waitedForEnd(POLL_MILLIS)) {
                throw failed("ended with exit code " + process.exitValue());
            }
            if (Instant.now().isAfter(end)) {
                kill();
                throw failed("was not ready within " + patience.toSeconds() + " s");
            }
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Whether the program has printed this text since it was started.
    public boolean hasLogged(String text) {
        try (var log = Files.newByteChannel(launch.log())) {
            log.position(logBefore);
            byte[] printed = java.nio.channels.Channels.newInputStream(log).readAllBytes();
            return new String(printed, StandardCharsets.UTF_8).contains(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Asks the program to exit and returns when it has. Kills it if that takes too long.
    public void end(Duration patience) {
        resume();
        process.destroy();
        if (!waitedForEnd(patience.toMillis())) {
            kill();
        }
    }

    /// Kills the program and its descendants with `kill -9`, and returns when they are gone.
    public void kill() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> member.onExit().join());
    }

    /// Suspends the program and its descendants: connections stay open, but nothing is answered.
    ///
    /// @throws IllegalStateException if it is no longer running, or this system can't suspend
    ///     processes
    public void pause() {
        List<ProcessHandle> family = family();
        if (!Signal.STOP.sendTo(family.getFirst())) {
            throw new IllegalStateException("process %d can't be paused".formatted(pid()));
        }
        family.stream().skip(1).forEach(Signal.STOP::sendTo);
    }

    /// Resumes the program after [#pause].
    public void resume() {
        family().forEach(Signal.CONTINUE::sendTo);
    }

    private List<ProcessHandle> family() {
        ProcessHandle parent = process.toHandle();
        return Stream.concat(Stream.of(parent), parent.descendants()).toList();
    }

    private boolean waitedForEnd(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted while starting or ending");
        }
    }

    private StartFailed failed(String what) {
        return new StartFailed(launch.name(), what, launch.log(), lastLines(launch.log()));
    }

    /// Reads the log leniently: programs print in the machine's encoding, which may not be UTF-8.
    private static List<String> lastLines(Path log) {
        try {
            List<String> all =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
