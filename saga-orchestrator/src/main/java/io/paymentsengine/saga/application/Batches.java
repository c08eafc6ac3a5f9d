package io.paymentsengine.saga.application;

import io.paymentsengine.platform.messaging.Outbox;
import io.paymentsengine.platform.transactions.AfterCommit;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaEngine;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/// Reads the sagas of a batch and writes their changes, with as many statements for a thousand sagas as for
/// one.
@Service
class Batches {

    private final Sagas sagas;
    private final Journal journal;
    private final Outbox outbox;
    private final ProgressNotifications progress;
    private final SagaMeters meters;
    private final SagaEngine engine;
    private final Clock clock;

    Batches(
            Sagas sagas,
            Journal journal,
            Outbox outbox,
            ProgressNotifications progress,
            SagaMeters meters,
            SagaEngine engine,
            Clock clock) {
        this.sagas = sagas;
        this.journal = journal;
        this.outbox = outbox;
        this.progress = progress;
        this.meters = meters;
        this.engine = engine;
        this.clock = clock;
    }

    /// Locks the sagas with these keys, as far as they exist.
    Batch open(Collection<SagaKey> keys) {
        return new Batch(engine, sagas.lock(keys), now());
    }

    /// Locks open sagas whose alarm is due.
    Batch openDue(int max) {
        Instant now = now();
        return new Batch(engine, sagas.lockDue(now, max), now);
    }

    /// Writes the changes of the sagas, sends their messages, and announces the changes after the commit.
    void write(Batch batch) {
        sagas.insertAll(batch.created());
        sagas.updateAll(batch.changed());
        journal.append(batch.entries());
        outbox.addAll(batch.toSend().stream().map(SagaMessages::of).toList());
        AfterCommit.run(() -> tell(batch));
    }

    private void tell(Batch batch) {
        List<SagaKey> moved = batch.entries().stream().map(JournalEntry::saga).distinct().toList();
        if (!moved.isEmpty()) {
            progress.announce(moved);
        }
        meters.ended(batch.newly(PaymentSaga::hasEnded));
        batch.newly(PaymentSaga::needsAttention).forEach(meters::calledForAttention);
    }

    /// Truncated to milliseconds. Stores keep microseconds, but the wire only milliseconds, and a repeated end
    /// must state the same time.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
