package io.paymentsengine.house.wrong.payment.storage;

public record Cellar() {}
