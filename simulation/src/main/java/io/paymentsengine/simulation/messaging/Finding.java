package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.simulation.fate.Promise;
import java.util.Optional;

/// Something that must not be.
///
/// @param broken what was promised and is not so
/// @param payment about which it is, if about one
public record Finding(Promise broken, Optional<PaymentId> payment, String text) {

    public static Finding of(Promise broken, String text) {
        return new Finding(broken, Optional.empty(), text);
    }

    public static Finding about(Promise broken, PaymentId payment, String text) {
        return new Finding(broken, Optional.of(payment), text);
    }

    @Override
    public String toString() {
        return payment.map(id -> "payment " + id + ": ").orElse("") + text;
    }
}
