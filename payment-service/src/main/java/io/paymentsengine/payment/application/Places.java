package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.HashMap;
import java.util.Map;

/// Places that are held for long. A tenant gets one more while it has fewer than are still free: alone it comes
/// to half of them, the next one to half of what is left, and as some are given back to equal shares.
final class Places {

    private final Map<TenantId, Integer> held = new HashMap<>();
    private int free;

    Places(int max) {
        this.free = max;
    }

    /// Whether the tenant has got one.
    boolean take(TenantId tenant) {
        return take(tenant, 1);
    }

    /// Whether the tenant has got so many at once; else it has got none of them.
    synchronized boolean take(TenantId tenant, int number) {
        int has = held.getOrDefault(tenant, 0);
        if (has + number > free) {
            return false;
        }
        held.put(tenant, has + number);
        free -= number;
        return true;
    }

    /// Whether anybody has one.
    synchronized boolean areHeld() {
        return !held.isEmpty();
    }

    /// Whether the tenant has one.
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
