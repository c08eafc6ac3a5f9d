package io.paymentsengine.house.wrong.platform.left;

import io.paymentsengine.house.wrong.payment.domain.Payment;

record KnowsAService(Payment payment) {}
