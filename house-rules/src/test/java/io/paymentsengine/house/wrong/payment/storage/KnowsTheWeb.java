package io.paymentsengine.house.wrong.payment.storage;

import io.paymentsengine.house.wrong.payment.web.ShowsItself;

record KnowsTheWeb(ShowsItself door) {}
