package io.paymentsengine.contracts.vocabulary;

import java.util.UUID;

/// Identifies a payment, and with it the payment's saga, reservation and transfer. A UUIDv7 (RFC
/// 9562).
public record PaymentId(UUID value) implements Comparable<PaymentId> {

    /// Parses the canonical text form of a UUID.
    ///
    /// @throws IllegalArgumentException if the text is not in that form
    public static PaymentId of(String text) {
        return new PaymentId(Uuids.parse(text));
    }

    @Override
    public int compareTo(PaymentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
