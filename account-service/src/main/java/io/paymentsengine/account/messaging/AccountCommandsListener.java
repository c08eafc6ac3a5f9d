package io.paymentsengine.account.messaging;

import io.paymentsengine.account.application.HandleAccountCommands;
import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.platform.messaging.Inbound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Receives the commands of saga-orchestrator.
@Configuration(proxyBeanMethods = false)
class AccountCommandsListener {

    @Bean
    Inbound<AccountCommand> accountCommands(HandleAccountCommands handleAccountCommands) {
        return new Inbound<>(Topics.ACCOUNT_COMMANDS, handleAccountCommands::handle);
    }
}
