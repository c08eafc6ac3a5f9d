package io.paymentsengine.platform.tenancy;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Tells PostgreSQL at the start of each transaction for whom it runs, so that the row-level
/// security policies show that tenant's rows alone. The setting ends with the transaction.
///
/// A listener for begun transactions would be shorter, but what it throws leaves the transaction
/// bound to its thread: after a lost connection, every later transaction would join the dead one.
final class TenantTransactionManager extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final String TELL = "SELECT set_config('payments.tenant', ?, true)";

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            TenantScope.currentSetting().ifPresent(this::tell);
        } catch (RuntimeException failure) {
            undo(transaction, failure);
            throw failure;
        }
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
