package io.paymentsengine.platform.messaging;

/// Messages that can never be handled. They go to their topic's dead-letter topic with the reason
/// in their headers, in the transaction of their batch, so that each is recorded once.
public interface DeadLetters {

    /// Dead-letters a message.
    ///
    /// @param reason a stable code for programs, such as `unknown-payment`
    /// @param detail a sentence for humans
    /// @throws IllegalStateException outside of a transaction
    void add(Received<?> message, String reason, String detail);
}
