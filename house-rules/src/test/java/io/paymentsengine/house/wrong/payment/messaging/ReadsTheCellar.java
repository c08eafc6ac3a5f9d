package io.paymentsengine.house.wrong.payment.messaging;

import io.paymentsengine.house.wrong.payment.storage.Cellar;

record ReadsTheCellar(Cellar cellar) {}
