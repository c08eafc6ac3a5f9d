package io.paymentsengine.house.wrong.localstack;

import io.paymentsengine.house.wrong.payment.domain.Payment;

record KnowsPayments(Payment payment) {}
