package io.paymentsengine.simulation.stores;

import io.paymentsengine.saga.application.Journal;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.Collection;
import java.util.List;

/// The sagas' journals.
public final class MemoryJournal implements Journal {

    private final Table<Line, JournalEntry> entries;

    private record Line(SagaKey saga, int seq) {}

    public MemoryJournal(Database database) {
        this.entries = database.table();
    }

    @Override
    public void append(Collection<JournalEntry> added) {
        added.forEach(entry -> entries.insert(new Line(entry.saga(), entry.seq()), entry));
    }

    @Override
    public List<JournalEntry> of(SagaKey saga) {
        return entries.all().stream().filter(entry -> entry.saga().equals(saga)).toList();
    }

    /// Lines of all journals.
    public Collection<JournalEntry> all() {
        return entries.all();
    }
}
