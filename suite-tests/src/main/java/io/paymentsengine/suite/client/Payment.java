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

    /// Why it was refused.
    public record Reason(String code, String detail) {}

    /// Whether nothing will change any more.
    public boolean hasEnded() {
        return !status.equals("ACCEPTED");
    }
}
