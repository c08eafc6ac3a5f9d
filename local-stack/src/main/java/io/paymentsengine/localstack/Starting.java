package io.paymentsengine.localstack;

import io.paymentsengine.localstack.process.Server;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Starts servers in parallel, and reports which are ready and which are still awaited.
final class Starting {

    private static final int SECONDS_BETWEEN_SIGNS = 5;

    private final Console console;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();

    Starting(Console console) {
        this.console = console;
    }

    /// Starts all servers and returns when all are ready. Throws the first failure.
    void all(Map<String, Server> servers) {
        Set<String> awaited = new ConcurrentSkipListSet<>(servers.keySet());
        CompletableFuture<Void> failed = new CompletableFuture<>();
        CompletableFuture<?>[] all =
                servers.entrySet().stream()
                        .map(
                                server ->
                                        CompletableFuture.runAsync(
                                                () -> start(server, awaited), starters))
                        .map(start -> start.whenComplete((_, problem) -> fail(failed, problem)))
                        .toArray(CompletableFuture<?>[]::new);
        var end = CompletableFuture.anyOf(CompletableFuture.allOf(all), failed);
        while (!isDone(end)) {
            console.say("waiting for " + String.join(", ", awaited));
        }
    }

    /// Abandons the starts that are in progress.
    void stop() {
        starters.shutdownNow();
        starters.close();
    }

    /// Applies an action to each element in a thread of its own. The common pool would not do: it
    /// reports that processes have ended, so its tasks must not wait for a process to end.
    static <T> void inParallel(Collection<? extends T> all, Consumer<T> action) {
        CompletableFuture.allOf(
                        all.stream()
                                .map(
                                        each ->
                                                CompletableFuture.runAsync(
                                                        () -> action.accept(each),
                                                        Thread::startVirtualThread))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void start(Map.Entry<String, Server> named, Set<String> awaited) {
        Server server = named.getValue();
        server.start();
        awaited.remove(named.getKey());
        console.say("%s is ready on port %d".formatted(named.getKey(), server.port()));
    }

    private static void fail(CompletableFuture<Void> failed, Throwable problem) {
        if (problem != null) {
            failed.completeExceptionally(problem);
        }
    }

    private static boolean isDone(CompletableFuture<?> end) {
        try {
            end.get(SECONDS_BETWEEN_SIGNS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", interrupted);
        }
    }

    private static RuntimeException unwrapped(Throwable failed) {
        Throwable cause = failed.getCause();
        if (failed instanceof RuntimeException itself && !(failed instanceof CompletionException)) {
            return itself;
        }
        return cause == null ? new IllegalStateException(failed) : unwrapped(cause);
    }
}
