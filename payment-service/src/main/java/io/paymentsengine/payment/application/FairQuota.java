package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.HashMap;
import java.util.Map;

/// Slots that are held for a long time. A tenant may take more only if it then holds no more than were free
/// before. A single tenant that takes one at a time gets half of the slots and the next one half of the rest;
/// as slots are given back, the shares become equal.
final class FairQuota {

    private final Map<TenantId, Integer> held = new HashMap<>();
    private int free;

    FairQuota(int max) {
        this.free = max;
    }

    /// Takes a slot, and returns whether the tenant got it.
    boolean take(TenantId tenant) {
        return take(tenant, 1);
    }

    /// Takes this many slots, or none, and returns whether the tenant got them.
    synchronized boolean take(TenantId tenant, int number) {
        int has = held.getOrDefault(tenant, 0);
        if (has + number > free) {
            return false;
        }
        held.put(tenant, has + number);
        free -= number;
        return true;
    }

    /// Whether any tenant holds a slot.
    synchronized boolean areHeld() {
        return !held.isEmpty();
    }

    /// Whether this tenant holds a slot.
    synchronized boolean areHeldBy(TenantId tenant) {
        return held.containsKey(tenant);
    }

    void giveBack(TenantId tenant) {
        giveBack(tenant, 1);
    }

    synchronized void giveBack(TenantId tenant, int number) {
        held.computeIfPresent(tenant, (_, has) -> has == number ? null : has - number);
        free += number;
    }
}
