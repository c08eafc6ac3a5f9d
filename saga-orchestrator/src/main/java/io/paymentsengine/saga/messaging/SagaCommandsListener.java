package io.paymentsengine.saga.messaging;

import io.paymentsengine.contracts.SagaCommand;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.platform.messaging.Inbound;
import io.paymentsengine.saga.application.HandleSagaCommands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Receives the commands of payment-service.
@Configuration(proxyBeanMethods = false)
class SagaCommandsListener {

    @Bean
    Inbound<SagaCommand> sagaCommands(HandleSagaCommands handleSagaCommands) {
        return new Inbound<>(Topics.SAGA_COMMANDS, handleSagaCommands::handle);
    }
}
