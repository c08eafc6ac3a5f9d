package io.paymentsengine.saga.web;

import io.paymentsengine.saga.domain.JournalEntry;
import java.time.Instant;
import java.util.List;

/// A saga's journal without what only operators may see: who intervened, and why.
record JournalView(List<Item> items) {

    static JournalView of(List<JournalEntry> journal) {
        return new JournalView(journal.stream().map(Item::of).toList());
    }

    /// One thing that happened.
    record Item(Instant at, String service, String step, String event, String detail) {

        static Item of(JournalEntry entry) {
            return new Item(
                    entry.at(),
                    entry.cause().service(),
                    entry.cause().step(),
                    entry.cause().event(),
                    entry.detail());
        }
    }
}
