package io.paymentsengine.house.wrong.simulation;

public record World() {}
