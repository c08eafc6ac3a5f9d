package io.paymentsengine.saga.domain;

/// Who stepped in, and why. Kept in the journal.
public record Order(String operator, String why) {}
