package io.paymentsengine.house.wrong.payment.web;

import io.paymentsengine.house.wrong.payment.storage.Cellar;

record ReadsTheCellar(Cellar cellar) {}
