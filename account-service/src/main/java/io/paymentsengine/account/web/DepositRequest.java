package io.paymentsengine.account.web;

import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.platform.web.PositiveAmount;
import jakarta.validation.constraints.NotNull;

/// Money that is to enter.
record DepositRequest(@NotNull @PositiveAmount Amount amount) {}
