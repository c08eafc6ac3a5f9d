package io.paymentsengine.platform.tenancy;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Optional;

/// For whom the current thread works. Everything inside [#run] or [#call] sees the rows of that
/// tenant alone, or of all tenants as the worker; outside of both nothing is seen.
public final class TenantScope {

    /// What row-level security policies take for "all tenants".
    private static final String WORKER = "*";

    private static final ScopedValue<TenantScope> CURRENT = ScopedValue.newInstance();
    private static final TenantScope ALL = new TenantScope(WORKER, false);

    private final String setting;
    private final boolean queues;

    private TenantScope(String setting, boolean queues) {
        this.setting = setting;
        this.queues = queues;
    }

    /// The scope of one tenant: the REST path's. Its transactions queue behind each other.
    public static TenantScope of(TenantId tenant) {
        return new TenantScope(tenant.value(), true);
    }

    /// The scope of one tenant for what a neighbour's message path asks: it sees what [#of] sees, and waits
    /// for no request.
    public static TenantScope ahead(TenantId tenant) {
        return new TenantScope(tenant.value(), false);
    }

    /// The scope of the service itself: the message path's.
    public static TenantScope worker() {
        return ALL;
    }

    /// Runs the work in this scope.
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /// Runs the work in this scope and gives what it gives.
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /// Behind whose requests transactions of the current thread queue, or empty where they don't.
    static Optional<String> currentQueue() {
        return CURRENT.isBound() && CURRENT.get().queues ? currentSetting() : Optional.empty();
    }

    /// What the database is told of the current scope, or empty outside of any.
    static Optional<String> currentSetting() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().setting) : Optional.empty();
    }
}
