package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.SagaKey;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets time pass for sagas that wait. It needs no traffic: what a crash left is found here. Several
/// replicas may do this at once, each takes what no other holds.
@Service
public class PassDeadlines {

    private final Batches batches;

    PassDeadlines(Batches batches) {
        this.batches = batches;
    }

    /// Handles sagas whose alarm has rung, and says how many it found.
    ///
    /// @param max how many at most in this transaction
    @Transactional
    public int pass(int max) {
        Batch batch = batches.openRinging(max);
        Set<SagaKey> ringing = batch.keys();
        if (!ringing.isEmpty()) {
            ringing.forEach(batch::passTime);
            batches.write(batch);
        }
        return ringing.size();
    }
}
