package io.paymentsengine.house.wrong.payment.application;

import java.security.KeyStore;

record Encrypts(KeyStore keys) {}
