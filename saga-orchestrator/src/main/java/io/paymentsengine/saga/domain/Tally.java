package io.paymentsengine.saga.domain;

/// How long a saga's journal is. Moves are few; what changes nothing can come without end, so only
/// the first of it since the last move is written down.
///
/// @param entries how many there are
/// @param idle how many of them since the last move
public record Tally(int entries, int idle) {

    /// Enough to see a pattern, few enough to be flooded with.
    public static final int IDLE_MAX = 20;

    /// An empty journal.
    public static final Tally NONE = new Tally(0, 0);

    /// A move.
    Tally moved() {
        return new Tally(entries + 1, 0);
    }

    /// Something that happens once between two moves.
    Tally noted() {
        return new Tally(entries + 1, idle);
    }

    /// Something that can happen for ever.
    Tally stood() {
        return idle < IDLE_MAX ? new Tally(entries + 1, idle + 1) : this;
    }
}
