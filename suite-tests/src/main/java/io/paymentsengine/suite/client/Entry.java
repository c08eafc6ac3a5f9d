package io.paymentsengine.suite.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of an account's statement.
public record Entry(
        String id,
        String transferId,
        @Nullable String paymentId,
        String direction,
        Amount amount,
        Amount balanceAfter,
        Instant at) {}
