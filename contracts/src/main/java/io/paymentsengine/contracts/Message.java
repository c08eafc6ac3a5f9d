package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.PaymentId;

/// Anything that travels on a topic. Its tenant travels beside it, in [Headers#TENANT].
public sealed interface Message
        permits SagaCommand, ValidationCommand, AccountCommand, SagaReply, PaymentEvent {

    /// The payment it is about.
    PaymentId paymentId();

    /// What its order on the topic follows: messages with one key stay in order.
    default String key() {
        return paymentId().toString();
    }
}
