package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.platform.web.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment as clients see it.
///
/// @param reason why it was rejected
/// @param endedAt absent until it has ended
record PaymentView(
        PaymentId id,
        Payment.Status status,
        @Nullable RejectionReason reason,
        AccountReference debtorAccount,
        AccountReference creditorAccount,
        Amount amount,
        String reference,
        Instant createdAt,
        @Nullable Instant endedAt) {

    static PaymentView of(Payment payment) {
        Transfer transfer = payment.transfer();
        return new PaymentView(
                payment.id(),
                payment.status(),
                payment instanceof Payment.Rejected rejected ? rejected.reason() : null,
                transfer.debtor(),
                transfer.creditor(),
                Amount.of(transfer.amount()),
                transfer.reference(),
                payment.createdAt(),
                payment instanceof Payment.Ended ended ? ended.endedAt() : null);
    }
}
