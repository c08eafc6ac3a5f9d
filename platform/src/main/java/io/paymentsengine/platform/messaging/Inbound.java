package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.Topic;

/// Declares, as a bean, that this service handles the messages of a topic.
public record Inbound<M extends Message>(Topic<M> topic, BatchHandler<M> handler) {}
