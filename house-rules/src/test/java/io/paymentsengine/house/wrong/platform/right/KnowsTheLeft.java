package io.paymentsengine.house.wrong.platform.right;

import io.paymentsengine.house.wrong.platform.left.KnowsTheRight;

public record KnowsTheLeft(KnowsTheRight right) {}
