package io.paymentsengine.contracts.vocabulary;

import java.util.UUID;

/// Names one payment, its saga, its reservation and its transfer. A UUIDv7 (RFC 9562).
public record PaymentId(UUID value) implements Comparable<PaymentId> {

    /// Reads the canonical text form of a UUID.
    ///
    /// @throws IllegalArgumentException if the text is not one
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
