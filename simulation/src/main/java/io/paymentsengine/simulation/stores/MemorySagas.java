package io.paymentsengine.simulation.stores;

import io.paymentsengine.saga.application.Sagas;
import io.paymentsengine.saga.domain.Instance;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.State;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.simulation.fate.Breach;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sagas, and which of them are open.
public final class MemorySagas implements Sagas {

    private static final Comparator<PaymentSaga> BY_ALARM =
            Comparator.comparing((PaymentSaga saga) -> saga.instance().deadlines().alarm())
                    .thenComparing(saga -> saga.key().payment());
    private static final Comparator<SagaKey> BY_KEY =
            Comparator.comparing(SagaKey::tenant).thenComparing(SagaKey::payment);

    private final Table<SagaKey, PaymentSaga> sagas;
    private final Table<SagaKey, PaymentSaga> open;
    private final Set<Breach> breaches;
    private Optional<Instant> nextAlarm = Optional.empty();
    private boolean alarmKnown;

    public MemorySagas(Database database, Set<Breach> breaches) {
        this.sagas = database.table();
        this.open = database.table();
        this.breaches = breaches;
        open.watch(_ -> alarmKnown = false);
    }

    @Override
    public List<PaymentSaga> lock(Collection<SagaKey> keys) {
        return keys.stream()
                .distinct()
                .sorted(BY_KEY)
                .flatMap(key -> sagas.find(key).stream())
                .toList();
    }

    @Override
    public List<PaymentSaga> lockDue(Instant now, int max) {
        return open.all().stream()
                .filter(saga -> !saga.instance().deadlines().alarm().isAfter(now))
                .sorted(BY_ALARM)
                .limit(max)
                .toList();
    }

    @Override
    public void insertAll(Collection<PaymentSaga> added) {
        for (PaymentSaga saga : added) {
            sagas.insert(saga.key(), saga);
            keepOpen(saga);
        }
    }

    @Override
    public void updateAll(Collection<PaymentSaga> changed) {
        for (PaymentSaga saga : changed) {
            PaymentSaga kept = isForgotten(saga) ? asBefore(saga) : saga;
            sagas.put(kept.key(), kept);
            keepOpen(kept);
        }
    }

    @Override
    public Optional<PaymentSaga> find(SagaKey key) {
        return sagas.find(key);
    }

    @Override
    public List<PaymentSaga> list(Query query) {
        throw new UnsupportedOperationException("not used by the simulation");
    }

    @Override
    public List<Count> countOpen() {
        throw new UnsupportedOperationException("not used by the simulation");
    }

    /// Sagas that have not ended.
    public Collection<PaymentSaga> open() {
        return open.all();
    }

    public Collection<PaymentSaga> all() {
        return sagas.all();
    }

    /// When the next alarm is due, if one is set.
    public Optional<Instant> nextAlarm() {
        if (!alarmKnown) {
            nextAlarm =
                    open.all().stream()
                            .map(saga -> saga.instance().deadlines().alarm())
                            .min(Comparator.naturalOrder());
            alarmKnown = true;
        }
        return nextAlarm;
    }

    private boolean isForgotten(PaymentSaga saga) {
        return breaches.contains(Breach.TURNING_BACK_FORGOTTEN)
                && saga.instance().state() instanceof Compensating;
    }

    /// The saga with its previous state; everything else about it is updated.
    private PaymentSaga asBefore(PaymentSaga saga) {
        Instance now = saga.instance();
        State before = sagas.find(saga.key()).orElseThrow().instance().state();
        return new PaymentSaga(
                saga.key(),
                saga.payment(),
                saga.accounts(),
                saga.traceParent(),
                saga.createdAt(),
                new Instance(
                        before,
                        now.deadlines(),
                        now.attention(),
                        now.repeats(),
                        now.journalSize(),
                        now.movedAt()));
    }

    private void keepOpen(PaymentSaga saga) {
        if (saga.hasEnded()) {
            open.remove(saga.key());
        } else {
            open.put(saga.key(), saga);
        }
    }
}
