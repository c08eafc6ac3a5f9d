package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import java.util.Optional;

/// What was let through shortly before a payment, not counting the payment itself.
///
/// @param ofAccount payments from its debtor account in the sliding minute that ends with it
/// @param ofTenant payments of its tenant in the same minute
/// @param duplicate a duplicate: a payment with the same debtor, creditor, amount and reference, within
///     the short window in which people click twice
public record RecentActivity(long ofAccount, long ofTenant, Optional<PaymentId> duplicate) {

    /// No other payments.
    public static final RecentActivity NONE = new RecentActivity(0, 0, Optional.empty());
}
