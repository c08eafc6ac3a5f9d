package io.paymentsengine.suite.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event in the life of a payment.
public record TimelineItem(
        Instant at, String service, String step, String event, @Nullable String detail) {}
