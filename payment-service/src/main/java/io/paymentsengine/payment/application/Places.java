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
    synchronized boolean take(TenantId tenant) {
        int has = held.getOrDefault(tenant, 0);
        if (has >= free) {
            return false;
        }
        held.put(tenant, has + 1);
        free--;
        return true;
    }

    /// Whether anybody has one.
    synchronized boolean areHeld() {
        return !held.isEmpty();
    }

    synchronized void giveBack(TenantId tenant) {
        held.computeIfPresent(tenant, (_, has) -> has == 1 ? null : has - 1);
        free++;
    }
}
