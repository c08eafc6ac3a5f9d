package io.paymentsengine.house.wrong.platform.left;

import io.paymentsengine.house.wrong.platform.right.KnowsTheLeft;

public record KnowsTheRight(KnowsTheLeft left) {}
