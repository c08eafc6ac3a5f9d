package io.paymentsengine.validation.messaging;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.ValidationCommand;
import io.paymentsengine.platform.messaging.Inbound;
import io.paymentsengine.validation.application.ValidatePayments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Receives the commands of saga-orchestrator.
@Configuration(proxyBeanMethods = false)
class ValidationCommandsListener {

    @Bean
    Inbound<ValidationCommand> validationCommandsInbound(ValidatePayments validatePayments) {
        return new Inbound<>(Topics.VALIDATION_COMMANDS, validatePayments::validate);
    }
}
