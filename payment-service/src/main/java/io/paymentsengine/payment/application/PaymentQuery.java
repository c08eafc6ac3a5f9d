package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import java.time.Instant;
import java.util.Optional;

/// Which payments of a tenant are asked for, newest first.
///
/// @param account the debtor or the creditor, named as the payment names it
/// @param from accepted at this time or later
/// @param to accepted before this time
/// @param before older than this payment: where the page before ended
/// @param rows at most so many
public record PaymentQuery(
        TenantId tenant,
        Optional<Payment.Status> status,
        Optional<AccountReference> account,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<PaymentId> before,
        int rows) {}
