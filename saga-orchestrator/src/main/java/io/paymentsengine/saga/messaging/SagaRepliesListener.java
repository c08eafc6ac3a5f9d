package io.paymentsengine.saga.messaging;

import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.platform.messaging.Inbound;
import io.paymentsengine.saga.application.HandleSagaReplies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Receives the replies of the participants.
@Configuration(proxyBeanMethods = false)
class SagaRepliesListener {

    @Bean
    Inbound<SagaReply> sagaReplies(HandleSagaReplies handleSagaReplies) {
        return new Inbound<>(Topics.SAGA_REPLIES, handleSagaReplies::handle);
    }
}
