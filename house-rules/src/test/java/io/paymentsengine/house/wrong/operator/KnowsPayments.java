package io.paymentsengine.house.wrong.operator;

import io.paymentsengine.house.wrong.payment.domain.Payment;

record KnowsPayments(Payment payment) {}
