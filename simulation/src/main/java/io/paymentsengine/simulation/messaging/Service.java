package io.paymentsengine.simulation.messaging;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.stores.Database;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/// A service as messaging sees it: its database, the messaging state stored there, and the assignment of
/// partitions to replicas.
public final class Service {

    private final String name;
    private final PostOffice post;
    private final TransactionTemplate transaction;
    private final Set<Breach> breaches;
    private int replicas = 1;
    private int rebalances;

    public Service(String name, Database database, PostOffice post, Set<Breach> breaches) {
        this.name = name;
        this.post = post;
        this.transaction = new TransactionTemplate(database);
        this.breaches = breaches;
    }

    public String name() {
        return name;
    }

    public PostOffice post() {
        return post;
    }

    public boolean breaks(Breach breach) {
        return breaches.contains(breach);
    }

    /// Sets the number of replicas.
    public void replicate(int number) {
        replicas = number;
    }

    /// Starts over.
    public void reset() {
        rebalances = 0;
    }

    /// Assigns each partition to the next replica.
    public void rebalance() {
        rebalances++;
    }

    int readerOf(int partition) {
        return (partition + rebalances) % replicas;
    }

    /// Does the work in one transaction, which is rolled back if `undo` is set.
    public <R> R inTransaction(Supplier<R> work, boolean undo) {
        try {
            return requireNonNull(
                    transaction.execute(
                            status -> {
                                R result = work.get();
                                if (undo) {
                                    status.setRollbackOnly();
                                }
                                return result;
                            }));
        } finally {
            post.forgetPending();
        }
    }

    void inTransaction(Runnable work) {
        inTransaction(
                () -> {
                    work.run();
                    return Optional.empty();
                },
                false);
    }
}
