package io.paymentsengine.localstack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The program that [Guard] starts: reads orders until its standard input ends, then ends the
/// children and removes the folders. It does so in a shutdown hook, so that Ctrl-C, which reaches
/// it too, has the same effect.
final class GuardProcess {

    static final String END = "end ";
    static final String REMOVE = "remove ";
    static final String LOCK = "lock ";
    static final String UNLOCK = "unlock ";

    private static final int PATIENCE_SECONDS = 10;

    private final Map<ProcessHandle, Optional<Instant>> children = new HashMap<>();
    private final List<Path> folders = new ArrayList<>();

    private final Map<Path, FileLock> locks = new HashMap<>();

    private GuardProcess() {}

    public static void main(String[] arguments) throws IOException {
        GuardProcess guard = new GuardProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(guard::carryOut));
        try (var orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            orders.lines().forEach(guard::takeAndSign);
        }
    }

    private void takeAndSign(String order) {
        take(order);
        System.out.println("done");
    }

    private synchronized void take(String order) {
        if (order.startsWith(END)) {
            ProcessHandle.of(Long.parseLong(order.substring(END.length())))
                    .ifPresent(child -> children.put(child, child.info().startInstant()));
        } else if (order.startsWith(REMOVE)) {
            folders.add(Path.of(order.substring(REMOVE.length())));
        } else if (order.startsWith(LOCK)) {
            lock(Path.of(order.substring(LOCK.length())));
        } else if (order.startsWith(UNLOCK)) {
            unlock(Path.of(order.substring(UNLOCK.length())));
        }
    }

    /// Locks a file until it is unlocked or this process ends.
    private void lock(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            locks.put(file, channel.lock());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void unlock(Path file) {
        FileLock lock = locks.remove(file);
        if (lock != null) {
            close(lock.acquiredBy());
        }
    }

    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized void carryOut() {
        List<ProcessHandle> alive =
                children.entrySet().stream()
                        .filter(child -> isStill(child.getKey(), child.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        // A suspended process can't exit, so it is resumed first, as Child.resume does.
        alive.forEach(Signal.CONTINUE::sendTo);
        alive.forEach(ProcessHandle::destroy);
        if (!ended(alive)) {
            alive.forEach(ProcessHandle::destroyForcibly);
            ended(alive);
        }
        folders.forEach(Folders::remove);
    }

    /// Process ids are reused: the start time tells a child from an unrelated process.
    private static boolean isStill(ProcessHandle child, Optional<Instant> start) {
        return child.isAlive() && child.info().startInstant().equals(start);
    }

    private static boolean ended(List<ProcessHandle> processes) {
        var all =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException impatient) {
            return false;
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
