package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.simulation.fate.Promise;
import java.util.Optional;

/// A violated promise, with what was observed.
///
/// @param broken the promise that was broken
/// @param payment the payment concerned, if it is about a single one
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
