package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;

/// A message as it travels: its value as JSON text, and beside it what production has in headers.
///
/// @param number no other letter of the world has it
/// @param json what is said, as production's mapper writes it
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
