package io.paymentsengine.account.web;

import io.paymentsengine.platform.web.Amount;
import java.time.Instant;

/// A balance at a time.
record BalanceView(Amount balance, Instant at) {}
