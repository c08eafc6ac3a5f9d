package io.paymentsengine.platform.messaging;

import java.util.Collection;
import java.util.List;

/// Messages that are sent if, and only if, the current transaction commits.
/// Transactional outbox pattern, with one row for all messages of a transaction.
public interface Outbox {

    /// Adds messages to what the current transaction sends. They keep their order for each key, unless the
    /// broker fails in between: what is sent again comes behind what came through, so whoever handles them
    /// has to bear any order.
    ///
    /// @throws IllegalStateException outside of a transaction
    void addAll(Collection<Outgoing> messages);

    /// Adds one message to what the current transaction sends.
    ///
    /// @throws IllegalStateException outside of a transaction
    default void add(Outgoing message) {
        addAll(List.of(message));
    }
}
