package io.paymentsengine.account;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Keeps the money: money moves in this service and nowhere else.
@SpringBootApplication
public class AccountServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AccountServiceApplication.class, arguments);
    }
}
