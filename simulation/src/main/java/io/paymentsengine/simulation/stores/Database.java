package io.paymentsengine.simulation.stores;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// The database of one service: tables, and one transaction at a time, which is undone step by step if it
/// does not commit. Transactions never overlap, so PostgreSQL's locks need no counterpart.
public final class Database extends AbstractPlatformTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient List<Table<?, ?>> tables = new ArrayList<>();
    private final transient Deque<Runnable> undo = new ArrayDeque<>();
    private boolean open;

    /// Creates an empty table.
    public <K, V> Table<K, V> table() {
        Table<K, V> table = new Table<>(this);
        tables.add(table);
        return table;
    }

    /// Empties all tables.
    public void clear() {
        tables.forEach(Table::clear);
    }

    void undoBy(Runnable step) {
        if (!open) {
            throw new IllegalStateException("nothing is written outside of a transaction");
        }
        undo.push(step);
    }

    @Override
    protected Object doGetTransaction() {
        return this;
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        return open;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        open = true;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        undo.clear();
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    @Override
    protected void doSetRollbackOnly(DefaultTransactionStatus status) {
        status.setRollbackOnly();
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        open = false;
    }
}
