package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.util.Optional;

/// What was let through shortly before a payment, itself not counted.
///
/// @param ofAccount payments of its debtor in the sliding minute that ends with it
/// @param ofTenant payments of its tenant in the same minute
/// @param twin a payment with the same debtor, creditor, amount and reference within the short
///     window in which people press a button twice
public record Traffic(long ofAccount, long ofTenant, Optional<PaymentId> twin) {

    /// Nothing but the payment itself.
    public static final Traffic NONE = new Traffic(0, 0, Optional.empty());
}
