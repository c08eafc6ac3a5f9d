package io.paymentsengine.simulation.fate;

/// What can go wrong without anybody having done something wrong: the design has to live with it.
/// Beside each, how often it strikes in a random world, in ten thousand times that it could.
public enum Blow {
    /// A process loses all that it has in memory; what it has not committed never happened.
    CRASH(60),
    /// A transaction is undone though nobody crashed: a store or a neighbour was away.
    ROLLBACK(50),
    /// The broker gets a message twice.
    REPEAT(200),
    /// The broker does not take a message: the sweeper has to bring it again.
    ABSENCE(50),
    /// The broker loses a message that it has acknowledged, or somebody set it aside as a dead letter.
    LOSS(100),
    /// A message gets stuck, and arrives when its successors are long through.
    DELAY(100),
    /// Partitions go to another replica, while the one that had them does not know it yet.
    REBALANCE(50),
    /// Nothing happens for so long that deadlines pass.
    PAUSE(5),
    /// Redis forgets everything.
    FLUSH(5),
    /// A client takes a payment back.
    CANCELLATION(25),
    /// A client did not get its answer and asks again, or asks for something else under the same key.
    IMPATIENCE(1_500),
    /// A group of payments is stored again, because nobody heard that it was.
    UNSURE(50),
    /// A tenant asks for what is another's.
    TRESPASS(5),
    /// An account is frozen, closed or opened again, or gets money.
    ACCOUNT_CHANGE(50),
    /// An operator steps into a saga.
    OPERATOR(5);

    private final int perMyriad;

    Blow(int perMyriad) {
        this.perMyriad = perMyriad;
    }

    int perMyriad() {
        return perMyriad;
    }
}
