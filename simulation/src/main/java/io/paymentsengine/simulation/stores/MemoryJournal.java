package io.paymentsengine.simulation.stores;

import io.paymentsengine.saga.application.Journal;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.simulation.fate.Breach;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The sagas' journals.
public final class MemoryJournal implements Journal {

    private final Table<Line, JournalEntry> entries;
    private final Set<Breach> breaches;

    private record Line(SagaKey saga, int seq) {}

    public MemoryJournal(Database database, Set<Breach> breaches) {
        this.entries = database.table();
        this.breaches = breaches;
    }

    @Override
    public void append(Collection<JournalEntry> added) {
        if (!breaches.contains(Breach.JOURNAL_FORGOTTEN)) {
            added.forEach(entry -> entries.insert(new Line(entry.saga(), entry.seq()), entry));
        }
    }

    @Override
    public List<JournalEntry> of(SagaKey saga) {
        return entries.all().stream().filter(entry -> entry.saga().equals(saga)).toList();
    }

    /// The entries of all journals.
    public Collection<JournalEntry> all() {
        return entries.all();
    }
}
