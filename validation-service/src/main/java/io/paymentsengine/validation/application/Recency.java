package io.paymentsengine.validation.application;

import java.time.Duration;

/// How near in time things have to be to matter.
///
/// @param twinWindow between two payments for one to look like the other's accidental repeat
/// @param lateness of a payment that is validated at all: so long is remembered what a payment is held
///     against, beyond the time that it is held against those requested after it
/// @param accountAge of what is known about an account before it is asked for again
public record Recency(Duration twinWindow, Duration lateness, Duration accountAge) {}
