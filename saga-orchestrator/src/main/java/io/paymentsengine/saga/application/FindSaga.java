package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads one saga and its journal.
@Service
public class FindSaga {

    private final Sagas sagas;
    private final Journal journal;

    FindSaga(Sagas sagas, Journal journal) {
        this.sagas = sagas;
        this.journal = journal;
    }

    /// A saga and its complete journal.
    public record Found(PaymentSaga saga, List<JournalEntry> journal) {}

    @Transactional(readOnly = true)
    public Optional<Found> find(SagaKey key) {
        return sagas.find(key).map(saga -> new Found(saga, journal.of(key)));
    }
}
