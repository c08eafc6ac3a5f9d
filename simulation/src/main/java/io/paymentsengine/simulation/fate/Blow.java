package io.paymentsengine.simulation.fate;

/// A fault or event that the design must tolerate; none of them is anybody's mistake. The number is how often
/// it strikes in a random world, per ten thousand opportunities.
public enum Blow {
    /// A process loses everything in memory; what it has not committed never happened.
    CRASH(60),
    /// A transaction is rolled back although no process crashed: a store or an upstream service was
    /// unavailable.
    ROLLBACK(50),
    /// The broker stores a message twice.
    REPEAT(200),
    /// The broker does not accept a message: the sweeper must send it again.
    ABSENCE(50),
    /// The broker loses a message that it has acknowledged, or the message was set aside as a dead letter.
    LOSS(100),
    /// A message gets stuck, and arrives long after its successors.
    DELAY(100),
    /// Partitions are reassigned to another replica while the previous owner does not know it yet.
    REBALANCE(50),
    /// Nothing happens for so long that deadlines pass.
    PAUSE(5),
    /// Redis loses all its data.
    FLUSH(5),
    /// A client cancels a payment.
    CANCELLATION(25),
    /// A client gets no answer and repeats its request, or sends a different request with the same key.
    IMPATIENCE(1_500),
    /// A group of payments is stored again, because the caller did not learn that it had been stored.
    UNSURE(50),
    /// A tenant requests what belongs to another.
    TRESPASS(5),
    /// An account is frozen, closed or reopened, or receives a deposit.
    ACCOUNT_CHANGE(50),
    /// An operator intervenes in a saga.
    OPERATOR(5);

    private final int perMyriad;

    Blow(int perMyriad) {
        this.perMyriad = perMyriad;
    }

    int perMyriad() {
        return perMyriad;
    }
}
