package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// In-memory store of sagas and journals for tests of use cases, which don't need a database.
final class MemorySagas implements Sagas, Journal {

    private final Map<SagaKey, PaymentSaga> all = new LinkedHashMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();

    @Override
    public List<PaymentSaga> lock(Collection<SagaKey> keys) {
        return keys.stream().distinct().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public List<PaymentSaga> lockDue(Instant now, int max) {
        return all.values().stream()
                .filter(saga -> !saga.hasEnded())
                .filter(saga -> !saga.instance().deadlines().alarm().isAfter(now))
                .limit(max)
                .toList();
    }

    @Override
    public void insertAll(Collection<PaymentSaga> sagas) {
        for (PaymentSaga saga : sagas) {
            if (all.putIfAbsent(saga.key(), saga) != null) {
                throw new IllegalStateException("a second saga of " + saga.key());
            }
        }
    }

    @Override
    public void updateAll(Collection<PaymentSaga> sagas) {
        sagas.forEach(saga -> all.replace(saga.key(), saga));
    }

    @Override
    public Optional<PaymentSaga> find(SagaKey key) {
        return Optional.ofNullable(all.get(key));
    }

    @Override
    public List<PaymentSaga> list(Query query) {
        return all.values().stream()
                .filter(saga -> saga.key().tenant().equals(query.tenant()))
                .limit(query.max())
                .toList();
    }

    @Override
    public List<Count> countOpen() {
        return all.values().stream()
                .filter(saga -> !saga.hasEnded())
                .map(saga -> new Count(saga.key().tenant(), saga.status(), 1))
                .toList();
    }

    @Override
    public void append(Collection<JournalEntry> added) {
        entries.addAll(added);
    }

    @Override
    public List<JournalEntry> of(SagaKey saga) {
        return entries.stream().filter(entry -> entry.saga().equals(saga)).toList();
    }
}
