package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.util.Optional;

/// What was let through shortly before a payment, not counting the payment itself.
///
/// @param ofAccount payments from its debtor account in the sliding minute that ends with it
/// @param ofTenant payments of its tenant in the same minute
/// @param twin a duplicate: a payment with the same debtor, creditor, amount and reference, within
///     the short window in which people click twice
public record Traffic(long ofAccount, long ofTenant, Optional<PaymentId> twin) {

    /// No other payments.
    public static final Traffic NONE = new Traffic(0, 0, Optional.empty());
}
