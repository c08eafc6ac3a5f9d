package io.paymentsengine.house.wrong.simulation;

import io.paymentsengine.house.wrong.payment.storage.Cellar;

record ReadsTheCellar(Cellar cellar) {}
