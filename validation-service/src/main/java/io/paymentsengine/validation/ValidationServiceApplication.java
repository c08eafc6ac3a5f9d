package io.paymentsengine.validation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Entry point of validation-service, which decides whether payments may be made.
@SpringBootApplication
public class ValidationServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ValidationServiceApplication.class, arguments);
    }
}
