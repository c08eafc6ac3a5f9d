package io.paymentsengine.saga.domain;

/// An operator's intervention: by whom, and why. Kept in the journal.
public record Intervention(String operator, String reason) {}
