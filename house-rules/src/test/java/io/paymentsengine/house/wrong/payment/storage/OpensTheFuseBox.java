package io.paymentsengine.house.wrong.payment.storage;

import io.paymentsengine.house.wrong.payment.wiring.Fuse;

record OpensTheFuseBox(Fuse fuse) {}
