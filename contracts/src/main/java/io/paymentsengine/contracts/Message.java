package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.PaymentId;

/// Anything that is sent on a topic. Its tenant is sent alongside, in [Headers#TENANT].
public sealed interface Message
        permits SagaCommand, ValidationCommand, AccountCommand, SagaReply, PaymentEvent {

    /// The payment that the message is about.
    PaymentId paymentId();

    /// The key on the topic: messages with the same key stay in order.
    default String key() {
        return paymentId().toString();
    }
}
