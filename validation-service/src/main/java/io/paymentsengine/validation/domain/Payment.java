package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;

/// A payment to be validated.
///
/// @param reference the payer's text for it; may be empty
/// @param requestedAt when the client's request was accepted
public record Payment(
        TenantId tenant,
        PaymentId id,
        AccountReference debtor,
        AccountReference creditor,
        Money amount,
        String reference,
        Instant requestedAt) {}
