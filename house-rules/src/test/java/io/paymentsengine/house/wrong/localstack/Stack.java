package io.paymentsengine.house.wrong.localstack;

public record Stack() {}
