package io.paymentsengine.saga.application;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.saga.domain.Cause;
import io.paymentsengine.saga.domain.Input;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.Payment;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaEngine;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The sagas of one batch: read together, advanced in memory input by input, and written together. Only the
/// last message of each saga is sent; messages that are superseded within the batch need not be.
final class Batch {

    private final SagaEngine engine;
    private final Instant now;
    private final Map<SagaKey, PaymentSaga> before = new LinkedHashMap<>();
    private final Map<SagaKey, PaymentSaga> sagas = new LinkedHashMap<>();
    private final Set<SagaKey> toSend = new LinkedHashSet<>();
    private final List<JournalEntry> entries = new ArrayList<>();

    /// @param locked those sagas of the batch that exist
    Batch(SagaEngine engine, Collection<PaymentSaga> locked, Instant now) {
        this.engine = engine;
        this.now = now;
        locked.forEach(saga -> before.put(saga.key(), saga));
        sagas.putAll(before);
    }

    /// The keys of all sagas in the batch so far.
    Set<SagaKey> keys() {
        return Set.copyOf(sagas.keySet());
    }

    /// Returns a saga in its current state.
    Optional<PaymentSaga> find(SagaKey key) {
        return Optional.ofNullable(sagas.get(key));
    }

    void start(SagaKey key, Payment payment, Optional<String> traceParent, Cause cause) {
        Transition transition = engine.start(payment.requestedAt(), now);
        add(key, Optional.of(payment), traceParent, transition, cause);
    }

    /// Creates an ended saga, which a late start command will find.
    void cancelUnstarted(SagaKey key, Optional<String> traceParent, Cause cause) {
        Transition transition = engine.cancelUnstarted(now);
        add(key, Optional.empty(), traceParent, transition, cause);
    }

    /// Advances an existing saga.
    Transition advance(SagaKey key, Input input, Cause cause) {
        PaymentSaga saga = requireNonNull(sagas.get(key));
        Transition transition = engine.advance(saga.instance(), input, now);
        sagas.put(key, saga.after(transition, input));
        record(key, transition, saga.instance().journalSize().entries(), cause);
        return transition;
    }

    /// Applies the deadlines of a saga that have passed, and resets its alarm.
    void applyDeadlines(SagaKey key) {
        Optional<Input> passed = passed(key);
        while (passed.isPresent()) {
            advance(
                    key,
                    passed.get(),
                    Causes.ofDeadline(requireNonNull(sagas.get(key)), passed.get()));
            passed = passed(key);
        }
        sagas.computeIfPresent(key, (_, saga) -> saga.rearmed());
    }

    Collection<PaymentSaga> created() {
        return sagas.values().stream().filter(saga -> !before.containsKey(saga.key())).toList();
    }

    Collection<PaymentSaga> changed() {
        return before.values().stream()
                .filter(saga -> !saga.equals(sagas.get(saga.key())))
                .map(saga -> requireNonNull(sagas.get(saga.key())))
                .toList();
    }

    /// The sagas that have a message to send.
    Collection<PaymentSaga> toSend() {
        return toSend.stream().map(key -> requireNonNull(sagas.get(key))).toList();
    }

    List<JournalEntry> entries() {
        return entries;
    }

    /// The sagas that match now and did not before this batch.
    Collection<PaymentSaga> newly(Predicate<PaymentSaga> such) {
        return sagas.values().stream()
                .filter(such)
                .filter(saga -> Optional.ofNullable(before.get(saga.key())).filter(such).isEmpty())
                .toList();
    }

    private Optional<Input> passed(SagaKey key) {
        return requireNonNull(sagas.get(key)).instance().deadlines().passed(now);
    }

    private void add(
            SagaKey key,
            Optional<Payment> payment,
            Optional<String> traceParent,
            Transition transition,
            Cause cause) {
        sagas.put(
                key,
                new PaymentSaga(
                        key, payment, Optional.empty(), traceParent, now, transition.instance()));
        record(key, transition, 0, cause);
    }

    private void record(SagaKey key, Transition transition, int entriesBefore, Cause cause) {
        int seq = transition.instance().journalSize().entries();
        if (seq > entriesBefore) {
            entries.add(new JournalEntry(key, seq, now, cause, transition.detail()));
        }
        if (transition.mustSend()) {
            toSend.add(key);
        }
    }
}
