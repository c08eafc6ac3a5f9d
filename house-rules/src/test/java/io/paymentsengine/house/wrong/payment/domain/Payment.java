package io.paymentsengine.house.wrong.payment.domain;

public record Payment(String id) {}
