package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import java.time.Instant;
import java.util.Optional;

/// Selects payments of a tenant, newest first.
///
/// @param account debtor or creditor, by the reference that the payment uses
/// @param from only payments accepted at this time or later
/// @param to only payments accepted before this time
/// @param before only payments older than this one, with which the previous page ended
/// @param rows maximum number of payments
public record PaymentQuery(
        TenantId tenant,
        Optional<Payment.Status> status,
        Optional<AccountReference> account,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<PaymentId> before,
        int rows) {}
