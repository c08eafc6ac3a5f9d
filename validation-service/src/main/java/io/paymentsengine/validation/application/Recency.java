package io.paymentsengine.validation.application;

import java.time.Duration;

/// Time windows of validation.
///
/// @param twinWindow maximum time between two payments for one to look like an accidental repeat of the other
/// @param lateness how long after its request a payment may still be validated. Payments are remembered for
///     this much longer than their window
/// @param accountAge maximum age of what is known about an account before it is requested again
public record Recency(Duration twinWindow, Duration lateness, Duration accountAge) {}
