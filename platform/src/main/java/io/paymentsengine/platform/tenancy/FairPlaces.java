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

/// Places that are held for a moment. While nobody waits, whoever comes gets one, alone all of them. A place that
/// is given back goes to the tenant that holds the fewest (max-min fairness), and of its requests to the one that
/// has waited longest: a tenant that asks for much waits behind itself.
final class FairPlaces {

    private final Lock lock = new ReentrantLock();
    private final Map<String, Integer> held = new HashMap<>();

    /// In the order in which they came; empty while a place is free.
    private final List<Waiting> waiting = new ArrayList<>();

    private int free;

    FairPlaces(int number) {
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

    /// Whether the tenant has got a place in time.
    boolean take(String tenant, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (free > 0) {
                occupy(tenant);
                return true;
            }
            return waitFor(tenant, patience);
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

    private boolean waitFor(String tenant, Duration patience) throws InterruptedException {
        Waiting me = new Waiting(tenant, lock.newCondition());
        waiting.add(me);
        try {
            long left = patience.toNanos();
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
