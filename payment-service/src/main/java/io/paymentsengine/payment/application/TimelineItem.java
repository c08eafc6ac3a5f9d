package io.paymentsengine.payment.application;

import java.time.Instant;
import java.util.Optional;

/// One thing that happened to a payment.
///
/// @param service where
/// @param step of the saga
/// @param event what
/// @param detail for people, where there is more to say
public record TimelineItem(
        Instant at, String service, String step, String event, Optional<String> detail) {}
