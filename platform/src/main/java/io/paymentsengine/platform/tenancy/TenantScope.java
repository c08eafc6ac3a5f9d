package io.paymentsengine.platform.tenancy;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Optional;

/// The tenant for which the current thread works. Everything inside [#run] or [#call] sees only the rows of
/// that tenant, or of all tenants in the worker's scope; outside of both, nothing is visible.
public final class TenantScope {

    /// The value that row-level security policies interpret as "all tenants".
    private static final String WORKER = "*";

    private static final ScopedValue<TenantScope> CURRENT = ScopedValue.newInstance();
    private static final TenantScope ALL = new TenantScope(WORKER, false);

    private final String setting;
    private final boolean queues;

    private TenantScope(String setting, boolean queues) {
        this.setting = setting;
        this.queues = queues;
    }

    /// The scope of one tenant, for the REST path. Its transactions queue for a slot.
    public static TenantScope of(TenantId tenant) {
        return new TenantScope(tenant.value(), true);
    }

    /// The scope of one tenant, for requests that another service makes on its message path. It sees what
    /// [#of] sees, but its transactions don't queue behind other requests.
    public static TenantScope ahead(TenantId tenant) {
        return new TenantScope(tenant.value(), false);
    }

    /// The scope of the service itself, for the message path.
    public static TenantScope worker() {
        return ALL;
    }

    /// Runs the work in this scope.
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /// Runs the work in this scope and returns its result.
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /// The tenant in whose queue transactions of the current thread wait, or empty if they don't queue.
    static Optional<String> currentQueue() {
        return CURRENT.isBound() && CURRENT.get().queues ? currentSetting() : Optional.empty();
    }

    /// The value that the database gets for the current scope, or empty outside of any.
    static Optional<String> currentSetting() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().setting) : Optional.empty();
    }
}
