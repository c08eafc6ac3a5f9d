package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import java.util.List;

/// What a service does with the messages of a topic.
@FunctionalInterface
public interface BatchHandler<M extends Message> {

    /// Handles what one poll brought, in the transaction that also moves the offsets: read, decide,
    /// write, and leave what is to be answered in the [Outbox]. A message may come again, with
    /// another offset: then nothing may change, and the answer is the first one.
    ///
    /// What it throws undoes all. A fault of a store or a neighbour brings the same batch again until
    /// it passes; any other fault is looked for message by message, and whose it is becomes a dead
    /// letter while the others are handled.
    void handle(List<Received<M>> batch);
}
