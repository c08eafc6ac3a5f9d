package io.paymentsengine.platform.tenancy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A fixed number of slots that are each held for a moment. While nobody waits, any tenant gets a free slot, even
/// all of them. A slot that is given back goes to the waiting tenant that holds the fewest (max-min fairness),
/// and among that tenant's requests to the one that has waited longest. So a tenant with many requests waits only
/// for itself.
final class FairSemaphore {

    private final Lock lock = new ReentrantLock();
    private final Map<String, Integer> held = new HashMap<>();

    /// In order of arrival; empty while a slot is free.
    private final List<Waiting> waiting = new ArrayList<>();

    private int free;

    FairSemaphore(int number) {
        this.free = number;
    }

    private static final class Waiting {

        private final String tenant;
        private final Condition turn;
        private boolean over;

        Waiting(String tenant, Condition turn) {
            this.tenant = tenant;
            this.turn = turn;
        }
    }

    /// Whether the tenant got a slot within the timeout.
    boolean take(String tenant, Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (free > 0) {
                occupy(tenant);
                return true;
            }
            return waitFor(tenant, timeout);
        } finally {
            lock.unlock();
        }
    }

    void giveBack(String tenant) {
        lock.lock();
        try {
            vacate(tenant);
        } finally {
            lock.unlock();
        }
    }

    private boolean waitFor(String tenant, Duration timeout) throws InterruptedException {
        Waiting me = new Waiting(tenant, lock.newCondition());
        waiting.add(me);
        try {
            long left = timeout.toNanos();
            while (!me.over && left > 0) {
                left = me.turn.awaitNanos(left);
            }
            return me.over;
        } catch (InterruptedException stopping) {
            if (me.over) {
                vacate(tenant);
            }
            throw stopping;
        } finally {
            waiting.remove(me);
        }
    }

    private void occupy(String tenant) {
        held.merge(tenant, 1, Integer::sum);
        free--;
    }

    private void vacate(String tenant) {
        held.computeIfPresent(tenant, (_, has) -> has == 1 ? null : has - 1);
        free++;
        waiting.stream()
                .min(Comparator.comparingInt(each -> held.getOrDefault(each.tenant, 0)))
                .ifPresent(this::letIn);
    }

    private void letIn(Waiting next) {
        waiting.remove(next);
        occupy(next.tenant);
        next.over = true;
        next.turn.signal();
    }
}
