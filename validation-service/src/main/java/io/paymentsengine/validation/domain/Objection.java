package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;

/// A rule that fired, and why.
public record Objection(String rule, RejectionReason reason) {}
