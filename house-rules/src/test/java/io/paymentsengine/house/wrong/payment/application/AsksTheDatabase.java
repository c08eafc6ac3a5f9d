package io.paymentsengine.house.wrong.payment.application;

import org.springframework.jdbc.core.simple.JdbcClient;

record AsksTheDatabase(JdbcClient jdbc) {}
