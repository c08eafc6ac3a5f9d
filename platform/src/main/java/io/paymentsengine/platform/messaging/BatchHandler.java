package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import java.util.List;

/// Handles the messages of a topic.
@FunctionalInterface
public interface BatchHandler<M extends Message> {

    /// Handles one batch, in the transaction that also moves the offsets: reads, decides, writes, and
    /// adds the answers to the [Outbox]. A message may be delivered again at another offset. Then
    /// nothing may change, and the answer is the first one.
    ///
    /// An exception rolls everything back. After a fault of a store or an upstream service, the same
    /// batch is delivered again until the fault has passed. For any other fault, the batch is split
    /// down to the message that causes it; that message becomes a dead letter, and the others are
    /// handled.
    void handle(List<Received<M>> batch);
}
