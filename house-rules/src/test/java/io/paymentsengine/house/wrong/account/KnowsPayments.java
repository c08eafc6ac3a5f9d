package io.paymentsengine.house.wrong.account;

import io.paymentsengine.house.wrong.payment.domain.Payment;

record KnowsPayments(Payment payment) {}
