package io.paymentsengine.platform.messaging;

import java.util.Collection;
import java.util.List;

/// Transactional outbox: sends messages if, and only if, the current transaction commits. One row holds
/// all messages of a transaction.
public interface Outbox {

    /// Adds messages to be sent by the current transaction. Messages of one key keep their order unless
    /// the broker fails in between: messages that are sent again arrive after those that got through, so
    /// receivers must tolerate any order.
    ///
    /// @throws IllegalStateException outside of a transaction
    void addAll(Collection<Outgoing> messages);

    /// Adds one message to be sent by the current transaction.
    ///
    /// @throws IllegalStateException outside of a transaction
    default void add(Outgoing message) {
        addAll(List.of(message));
    }
}
