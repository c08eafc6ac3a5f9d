package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.util.Optional;

/// Something that must not be.
///
/// @param payment about which it is, if about one
public record Finding(Optional<PaymentId> payment, String text) {

    public static Finding of(String text) {
        return new Finding(Optional.empty(), text);
    }

    public static Finding about(PaymentId payment, String text) {
        return new Finding(Optional.of(payment), text);
    }

    @Override
    public String toString() {
        return payment.map(id -> "payment " + id + ": ").orElse("") + text;
    }
}
