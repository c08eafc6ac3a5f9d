package io.paymentsengine.platform.batching;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Group commit: concurrent callers hand over their command, one writer takes whatever has arrived
/// and commits it together, and each caller gets its own result once it is on disk. An idle writer
/// takes a single command at once; while it commits, the next group gathers by itself. A busy one
/// starts groups at a steady pace: at medium load a group of one or two would follow another and cost
/// as much as a full one.
///
/// A command that fails the group must not fail its companions: they are committed one by one then. A
/// store that fails is nobody's fault and fails them all, because what it did may be on disk.
public final class GroupCommit<C, R> implements AutoCloseable {

    private static final Duration LOOKS_FOR_CLOSING = Duration.ofMillis(100);

    private final String name;
    private final int groupMax;
    private final BlockingQueue<Waiting<C, R>> queue;
    private final Duration pace;
    private final Function<List<C>, List<R>> commit;
    private final Thread writer;
    private volatile boolean closed;

    /// The writer will not look again: who came after its last look takes the command back.
    private volatile boolean stopped;

    /// Starts the writer.
    ///
    /// @param groupMax commands of one transaction at most
    /// @param queueMax commands that may wait; further ones are refused
    /// @param pace from the start of one group to the start of the next, at least, unless that one is
    ///     full; zero lets them follow at once
    /// @param commit stores a group in one transaction and gives the results in the same order
    public GroupCommit(
            String name,
            int groupMax,
            int queueMax,
            Duration pace,
            Function<List<C>, List<R>> commit) {
        this.name = name;
        this.groupMax = groupMax;
        this.queue = new LinkedBlockingQueue<>(queueMax);
        this.pace = pace;
        this.commit = commit;
        this.writer = Thread.ofPlatform().name(name).daemon().start(this::write);
    }

    /// Waits until the command is committed and gives its result.
    ///
    /// @throws Overloaded if too many wait already, or the writer has stopped
    public R submit(C command) {
        return result(handOver(command));
    }

    /// Waits until all are committed, in one group or several, and gives their results in the same
    /// order.
    ///
    /// @throws Overloaded if too many wait already, or the writer has stopped; of these commands some
    ///     may be committed nevertheless, as with any other failure
    public List<R> submitAll(List<C> commands) {
        List<Waiting<C, R>> all = commands.stream().map(this::handOver).toList();
        return all.stream().map(GroupCommit::result).toList();
    }

    private Waiting<C, R> handOver(C command) {
        Waiting<C, R> waiting = new Waiting<>(command, new CompletableFuture<>());
        if (closed || stopped || !queue.offer(waiting)) {
            throw new Overloaded(name);
        }
        if (stopped && queue.remove(waiting)) {
            throw new Overloaded(name);
        }
        return waiting;
    }

    private static <R> R result(Waiting<?, R> waiting) {
        try {
            return waiting.result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /// How many commands wait to be taken.
    public int waiting() {
        return queue.size();
    }

    /// Commits what waits and stops the writer.
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private record Waiting<C, R>(C command, CompletableFuture<R> result) {}

    private void write() {
        try {
            writeUntilClosed();
        } finally {
            stopped = true;
            queue.removeIf(late -> late.result.completeExceptionally(new Overloaded(name)));
        }
    }

    private void writeUntilClosed() {
        List<Waiting<C, R>> group = new ArrayList<>(groupMax);
        long next = System.nanoTime();
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting<C, R> first = queue.poll(LOOKS_FOR_CLOSING.toMillis(), MILLISECONDS);
                if (first != null) {
                    gatherUntil(next);
                    next = System.nanoTime() + pace.toNanos();
                    group.add(first);
                    queue.drainTo(group, groupMax - group.size());
                    commit(List.copyOf(group));
                    group.clear();
                }
            } catch (InterruptedException _) {
                // Nobody else has this thread: closing is said by a flag, so that no commit is
                // interrupted.
            }
        }
    }

    private void gatherUntil(long next) {
        long left;
        while (!closed && queue.size() + 1 < groupMax && (left = next - System.nanoTime()) > 0) {
            LockSupport.parkNanos(Math.min(left, LOOKS_FOR_CLOSING.toNanos()));
        }
    }

    private void commit(List<Waiting<C, R>> group) {
        try {
            List<R> results = commit.apply(group.stream().map(Waiting::command).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result.complete(results.get(i));
            }
        } catch (RuntimeException failure) {
            failOrSplit(group, failure);
        } catch (Error broken) {
            group.forEach(each -> each.result.completeExceptionally(broken));
            throw broken;
        }
    }

    private void failOrSplit(List<Waiting<C, R>> group, RuntimeException failure) {
        if (group.size() == 1 || !Faults.isOfAMember(failure)) {
            group.forEach(each -> each.result.completeExceptionally(failure));
        } else {
            group.forEach(each -> commit(List.of(each)));
        }
    }
}
