package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;

/// A message in transit: its value as JSON text, together with what production puts into headers.
///
/// @param number unique within the world
/// @param json the message as written by production's mapper
public record Letter(
        int number,
        Topic<?> topic,
        String key,
        TenantId tenant,
        PaymentId payment,
        MessageType type,
        String json) {

    @Override
    public String toString() {
        return type.name() + " #" + number;
    }
}
