package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.Collection;
import java.util.List;

/// The store of journals. Entries are kept forever and never change.
public interface Journal {

    void append(Collection<JournalEntry> entries);

    /// Returns the complete journal of a saga.
    List<JournalEntry> of(SagaKey saga);
}
