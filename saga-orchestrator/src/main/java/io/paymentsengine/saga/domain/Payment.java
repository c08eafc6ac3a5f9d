package io.paymentsengine.saga.domain;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import java.time.Instant;

/// The payment that the client requested, as it was accepted.
public record Payment(
        AccountReference debtor,
        AccountReference creditor,
        Money amount,
        String reference,
        Instant requestedAt) {}
