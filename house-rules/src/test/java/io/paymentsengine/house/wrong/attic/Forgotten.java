package io.paymentsengine.house.wrong.attic;

final class Forgotten {}
