package io.paymentsengine.account.web;

import io.paymentsengine.account.application.FindBalance.Balance;
import io.paymentsengine.platform.web.Amount;
import java.time.Instant;

/// A balance at a point in time.
record BalanceView(Amount balance, Instant at) {

    static BalanceView of(Balance balance) {
        return new BalanceView(Amount.of(balance.amount()), balance.at());
    }
}
