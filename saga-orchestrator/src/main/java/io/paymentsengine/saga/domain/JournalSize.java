package io.paymentsengine.saga.domain;

/// The length of a saga's journal. Moves are few, but inputs that change nothing can come without
/// end, so only the first of them since the last move are recorded.
///
/// @param entries number of entries
/// @param idle how many of them, since the last move, count towards [#IDLE_MAX]
public record JournalSize(int entries, int idle) {

    /// Enough to see a pattern, few enough not to flood the journal.
    public static final int IDLE_MAX = 20;

    /// An empty journal.
    public static final JournalSize NONE = new JournalSize(0, 0);

    /// Adds a move.
    JournalSize moved() {
        return new JournalSize(entries + 1, 0);
    }

    /// Adds something that happens at most once between two moves.
    JournalSize noted() {
        return new JournalSize(entries + 1, idle);
    }

    /// Adds something that can happen any number of times, up to [#IDLE_MAX].
    JournalSize unchanged() {
        return idle < IDLE_MAX ? new JournalSize(entries + 1, idle + 1) : this;
    }
}
