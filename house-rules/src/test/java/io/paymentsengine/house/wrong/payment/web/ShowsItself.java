package io.paymentsengine.house.wrong.payment.web;

public record ShowsItself() {}
