package io.paymentsengine.platform.tenancy;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Sets the tenant in PostgreSQL at the start of each transaction, so that the row-level security
/// policies show only that tenant's rows. The setting ends with the transaction.
///
/// A listener for begun transactions would be shorter, but an exception in it leaves the transaction
/// bound to its thread: after a lost connection, every later transaction would join the dead one.
///
/// However many requests tenants make, they leave connections for the message path: reads must not hold
/// up payments that were already accepted. The slots for requests are shared fairly, so that one
/// tenant's requests don't keep another tenant's waiting.
final class TenantTransactionManager extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final String TELL = "SELECT set_config('payments.tenant', ?, true)";

    /// Less than the mesh's timeout for one try of a read: otherwise the mesh would retry elsewhere
    /// while this request still waits.
    private static final long WAIT_MAX_MILLIS = 1_500;

    private final transient FairSemaphore slots;

    /// @param maxConcurrentRequests maximum number of concurrent transactions of tenants
    TenantTransactionManager(int maxConcurrentRequests) {
        this.slots = new FairSemaphore(maxConcurrentRequests);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        takeSlot();
        boolean begun = false;
        try {
            super.doBegin(transaction, definition);
            begun = true;
        } finally {
            if (!begun) {
                giveSlotBack();
            }
        }
        try {
            TenantScope.currentSetting().ifPresent(this::tell);
        } catch (RuntimeException failure) {
            undo(transaction, failure);
            throw failure;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            giveSlotBack();
        }
    }

    private void takeSlot() {
        try {
            Optional<String> tenant = TenantScope.currentQueue();
            if (tenant.isPresent()
                    && !slots.take(tenant.get(), Duration.ofMillis(WAIT_MAX_MILLIS))) {
                throw new TransactionLimitException();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("The service stops", stopping);
        }
    }

    private void giveSlotBack() {
        TenantScope.currentQueue().ifPresent(slots::giveBack);
    }

    private void tell(String setting) {
        new JdbcTemplate(Objects.requireNonNull(getDataSource()))
                .queryForObject(TELL, String.class, setting);
    }

    private void undo(Object transaction, RuntimeException failure) {
        try {
            doRollback(
                    new DefaultTransactionStatus(
                            null, transaction, true, false, false, false, false, null));
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        } finally {
            doCleanupAfterCompletion(transaction);
        }
    }
}
