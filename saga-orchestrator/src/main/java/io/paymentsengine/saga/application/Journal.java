package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.Collection;
import java.util.List;

/// Where journals are kept, for ever and unchanged.
public interface Journal {

    void append(Collection<JournalEntry> entries);

    /// A saga's journal from its beginning.
    List<JournalEntry> of(SagaKey saga);
}
