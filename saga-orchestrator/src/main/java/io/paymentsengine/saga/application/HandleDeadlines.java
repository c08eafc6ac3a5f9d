package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.SagaKey;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Applies deadlines to waiting sagas. It does not depend on incoming messages, so it also finds what a crash
/// left behind. Several replicas may do this at the same time: each takes what no other has locked.
@Service
public class HandleDeadlines {

    private final Batches batches;

    HandleDeadlines(Batches batches) {
        this.batches = batches;
    }

    /// Handles sagas whose alarm is due, and returns how many it found.
    ///
    /// @param max maximum number of sagas in this transaction
    @Transactional
    public int pass(int max) {
        Batch batch = batches.openDue(max);
        Set<SagaKey> due = batch.keys();
        if (!due.isEmpty()) {
            due.forEach(batch::applyDeadlines);
            batches.write(batch);
        }
        return due.size();
    }
}
