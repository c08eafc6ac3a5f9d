package io.paymentsengine.suite.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment as its tenant sees it.
public record Payment(
        String id,
        String status,
        @Nullable Reason reason,
        String debtorAccount,
        String creditorAccount,
        Amount amount,
        String reference,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /// Why the payment was rejected.
    public record Reason(String code, String detail) {}

    /// Whether the payment has reached its final state.
    public boolean hasEnded() {
        return !status.equals("ACCEPTED");
    }
}
