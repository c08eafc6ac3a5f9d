package io.paymentsengine.house.wrong.payment.application;

import org.springframework.core.retry.RetryTemplate;

record TriesAgain(RetryTemplate template) {}
