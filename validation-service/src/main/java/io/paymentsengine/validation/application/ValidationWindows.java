package io.paymentsengine.validation.application;

import java.time.Duration;

/// Time windows of validation.
///
/// @param duplicateWindow maximum time between two payments for one to look like an accidental repeat of the other
/// @param maxRequestAge how long after its request a payment may still be validated. Payments are remembered for
///     this much longer than their window
/// @param accountCacheTtl maximum age of what is known about an account before it is requested again
public record ValidationWindows(
        Duration duplicateWindow, Duration maxRequestAge, Duration accountCacheTtl) {}
