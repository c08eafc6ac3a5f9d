package io.paymentsengine.house.wrong.payment;

final class Homeless {}
