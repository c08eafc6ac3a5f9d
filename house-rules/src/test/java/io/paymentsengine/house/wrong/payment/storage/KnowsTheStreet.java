package io.paymentsengine.house.wrong.payment.storage;

import io.paymentsengine.house.wrong.payment.web.ShowsItself;

record KnowsTheStreet(ShowsItself door) {}
