package io.paymentsengine.platform.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class AfterCommitTest {

    private final List<String> told = new ArrayList<>();
    private final TransactionTemplate transaction = new TransactionTemplate(new OfNothing());

    @Test
    void what_is_committed_is_told_then() {
        transaction.executeWithoutResult(
                _ -> {
                    AfterCommit.run(() -> told.add("it"));
                    assertThat(told).isEmpty();
                });

        assertThat(told).containsExactly("it");
    }

    @Test
    void what_is_rolled_back_is_never_told() {
        transaction.executeWithoutResult(
                status -> {
                    AfterCommit.run(() -> told.add("it"));
                    status.setRollbackOnly();
                });

        assertThat(told).isEmpty();
    }

    @Test
    void what_needs_no_transaction_is_told_at_once() {
        AfterCommit.run(() -> told.add("it"));

        assertThat(told).containsExactly("it");
    }

    /// Transactions without a store.
    private static final class OfNothing extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
