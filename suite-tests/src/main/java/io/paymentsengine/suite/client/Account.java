package io.paymentsengine.suite.client;

/// An account as its tenant sees it.
public record Account(
        String id,
        String currency,
        String name,
        String status,
        Amount balance,
        Amount available,
        Amount reserved) {}
