package io.paymentsengine.account.web;

import io.paymentsengine.account.application.Statements.Line;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.web.Amount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry as its tenant sees it: the amount is positive, and the direction tells debits from
/// credits.
record EntryView(
        UUID id,
        UUID transferId,
        @Nullable PaymentId paymentId,
        Direction direction,
        Amount amount,
        Amount balanceAfter,
        Instant at) {

    enum Direction {
        DEBIT,
        CREDIT
    }

    static EntryView of(Line line) {
        Money amount = line.entry().amount();
        boolean debit = amount.isNegative();
        return new EntryView(
                line.entry().id(),
                line.transfer(),
                line.payment().orElse(null),
                debit ? Direction.DEBIT : Direction.CREDIT,
                Amount.of(debit ? amount.negated() : amount),
                Amount.of(line.entry().balanceAfter()),
                line.at());
    }
}
