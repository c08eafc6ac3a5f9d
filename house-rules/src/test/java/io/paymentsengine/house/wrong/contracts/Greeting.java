package io.paymentsengine.house.wrong.contracts;

public record Greeting(String text) {}
