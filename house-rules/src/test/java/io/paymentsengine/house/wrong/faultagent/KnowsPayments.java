package io.paymentsengine.house.wrong.faultagent;

import io.paymentsengine.house.wrong.payment.domain.Payment;

record KnowsPayments(Payment payment) {}
