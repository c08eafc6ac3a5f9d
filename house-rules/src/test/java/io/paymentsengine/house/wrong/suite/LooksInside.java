package io.paymentsengine.house.wrong.suite;

import io.paymentsengine.house.wrong.payment.domain.Payment;

record LooksInside(Payment payment) {}
