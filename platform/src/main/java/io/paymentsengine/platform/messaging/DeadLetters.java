package io.paymentsengine.platform.messaging;

/// Messages that can't be handled, ever: they go to their topic's dead letters with the reason in
/// their headers, in the transaction of their batch, so that each one is there once.
public interface DeadLetters {

    /// Sets a message aside.
    ///
    /// @param reason a stable word for programs, such as `unknown-payment`
    /// @param detail a sentence for people
    /// @throws IllegalStateException outside of a transaction
    void add(Received<?> message, String reason, String detail);
}
