package io.paymentsengine.saga.domain;

/// The length of a saga's journal. Moves are few, but inputs that change nothing can come without
/// end, so only the first of them since the last move are recorded.
///
/// @param entries number of entries
/// @param idle how many of them, since the last move, count towards [#IDLE_MAX]
public record Tally(int entries, int idle) {

    /// Enough to see a pattern, few enough not to flood the journal.
    public static final int IDLE_MAX = 20;

    /// An empty journal.
    public static final Tally NONE = new Tally(0, 0);

    /// Adds a move.
    Tally moved() {
        return new Tally(entries + 1, 0);
    }

    /// Adds something that happens at most once between two moves.
    Tally noted() {
        return new Tally(entries + 1, idle);
    }

    /// Adds something that can happen any number of times, up to [#IDLE_MAX].
    Tally stood() {
        return idle < IDLE_MAX ? new Tally(entries + 1, idle + 1) : this;
    }
}
