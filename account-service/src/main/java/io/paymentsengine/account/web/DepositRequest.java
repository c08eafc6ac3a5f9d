package io.paymentsengine.account.web;

import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.platform.web.PositiveAmount;
import jakarta.validation.constraints.NotNull;

/// A request to deposit money.
record DepositRequest(@NotNull @PositiveAmount Amount amount) {}
