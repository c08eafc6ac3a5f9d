package io.paymentsengine.platform.batching;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/// Group commit: concurrent callers hand over their commands, one writer takes all that have arrived
/// and commits them together, and each caller gets its own result once it is on disk. An idle writer
/// takes a single command at once; while it commits, the next group gathers. A busy writer starts
/// groups at a steady pace: otherwise, at medium load, it would commit one group of one or two
/// commands after another, each as expensive as a full group. The writer is woken only for what it
/// waits for: a first command, a full group, or the end.
///
/// A command that makes its group fail must not fail the others: they are then committed one by one. A
/// failure of the store is no command's fault. It fails the whole group, because what the store did
/// may be on disk.
public final class GroupCommit<C, R> implements AutoCloseable {

    private final String name;
    private final int groupMax;
    private final int queueMax;
    private final Duration interval;
    private final Function<List<C>, List<R>> commit;
    private final Thread writer;

    /// Guards the queue and the flag that closes it.
    private final Lock lock = new ReentrantLock();

    private final Condition wakeUp = lock.newCondition();
    private final Queue<Waiting<C, R>> queue = new ArrayDeque<>();
    private boolean closed;

    /// Starts the writer.
    ///
    /// @param groupMax maximum number of commands in one transaction
    /// @param queueMax maximum number of waiting commands; further ones are refused
    /// @param interval minimum time from the start of one group to the start of the next, unless the next
    ///     one is full; with zero, groups follow each other at once
    /// @param commit stores a group in one transaction and returns the results in the same order
    public GroupCommit(
            String name,
            int groupMax,
            int queueMax,
            Duration interval,
            Function<List<C>, List<R>> commit) {
        this.name = name;
        this.groupMax = groupMax;
        this.queueMax = queueMax;
        this.interval = interval;
        this.commit = commit;
        this.writer = Thread.ofPlatform().name(name).daemon().start(this::write);
    }

    /// Waits until all commands are committed, in one group or several, and returns their results in
    /// the same order. After any failure other than [QueueFullException], some of them may be committed.
    ///
    /// @throws QueueFullException if there is no room for all of them, or the writer has stopped
    public List<R> submitAll(List<C> commands) {
        List<Waiting<C, R>> all =
                commands.stream()
                        .map(command -> new Waiting<>(command, new CompletableFuture<R>()))
                        .toList();
        handOver(all);
        return all.stream().map(GroupCommit::result).toList();
    }

    /// Queues all commands or none.
    private void handOver(List<Waiting<C, R>> arrived) {
        lock.lock();
        try {
            int before = queue.size();
            if (closed || arrived.size() > queueMax - before) {
                throw new QueueFullException(name);
            }
            queue.addAll(arrived);
            if (before == 0 || (before < groupMax && queue.size() >= groupMax)) {
                wakeUp.signal();
            }
        } finally {
            lock.unlock();
        }
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

    /// How many commands are waiting in the queue.
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /// Commits all waiting commands and stops the writer.
    @Override
    public void close() {
        takeNoMore();
        try {
            writer.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeNoMore() {
        lock.lock();
        try {
            closed = true;
            wakeUp.signal();
        } finally {
            lock.unlock();
        }
    }

    private record Waiting<C, R>(C command, CompletableFuture<R> result) {}

    private void write() {
        try {
            writeUntilClosed();
        } finally {
            takeNoMore();
            take(queueMax)
                    .forEach(
                            late ->
                                    late.result.completeExceptionally(
                                            new QueueFullException(name)));
        }
    }

    private void writeUntilClosed() {
        long next = System.nanoTime();
        List<Waiting<C, R>> group = nextGroup(next);
        while (!group.isEmpty()) {
            next = System.nanoTime() + interval.toNanos();
            commit(group);
            group = nextGroup(next);
        }
    }

    /// Empty once the writer is closed and no command is left.
    private List<Waiting<C, R>> nextGroup(long notBefore) {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                wakeUp.awaitUninterruptibly();
            }
            gatherUntil(notBefore);
            return take(groupMax);
        } finally {
            lock.unlock();
        }
    }

    private void gatherUntil(long time) {
        long left;
        while (!closed && queue.size() < groupMax && (left = time - System.nanoTime()) > 0) {
            try {
                var _ = wakeUp.awaitNanos(left);
            } catch (InterruptedException _) {
                // Nobody interrupts this thread: closing uses a flag, to interrupt no commit.
            }
        }
    }

    private List<Waiting<C, R>> take(int most) {
        lock.lock();
        try {
            return Stream.generate(queue::remove).limit(Math.min(most, queue.size())).toList();
        } finally {
            lock.unlock();
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
            fail(group, broken);
            throw broken;
        }
    }

    private static <C, R> void fail(List<Waiting<C, R>> group, Throwable failure) {
        group.forEach(each -> each.result.completeExceptionally(failure));
    }

    private void failOrSplit(List<Waiting<C, R>> group, RuntimeException failure) {
        if (group.size() == 1 || !FailureClassifier.isOfAMember(failure)) {
            fail(group, failure);
        } else {
            commitOneByOne(group);
        }
    }

    /// If the writer breaks, commands that have not had their turn must not wait for it.
    private void commitOneByOne(List<Waiting<C, R>> group) {
        try {
            group.forEach(each -> commit(List.of(each)));
        } catch (Error broken) {
            fail(group, broken);
            throw broken;
        }
    }
}
