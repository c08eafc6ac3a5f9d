package io.paymentsengine.payment.application;

import java.time.Instant;
import java.util.Optional;

/// One thing that happened to a payment.
///
/// @param service the service that reported it
/// @param step the step that it concerns: `accept`, a step of the saga, or `saga` for the saga as a
///     whole
/// @param event what happened, by name
/// @param detail a description for people, if there is more to say
public record TimelineItem(
        Instant at, String service, String step, String event, Optional<String> detail) {}
