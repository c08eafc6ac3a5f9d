package io.paymentsengine.validation.application;

import java.time.Duration;

/// How near in time things have to be to matter.
///
/// @param twinWindow between two payments for one to look like the other's accidental repeat
/// @param accountAge of what is known about an account before it is asked for again
public record Recency(Duration twinWindow, Duration accountAge) {}
