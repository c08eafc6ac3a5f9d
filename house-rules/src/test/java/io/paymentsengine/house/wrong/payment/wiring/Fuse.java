package io.paymentsengine.house.wrong.payment.wiring;

public record Fuse() {}
