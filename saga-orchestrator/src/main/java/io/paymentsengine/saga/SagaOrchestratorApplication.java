package io.paymentsengine.saga;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Entry point of saga-orchestrator.
@SpringBootApplication
@ConfigurationPropertiesScan
public class SagaOrchestratorApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SagaOrchestratorApplication.class, arguments);
    }
}
