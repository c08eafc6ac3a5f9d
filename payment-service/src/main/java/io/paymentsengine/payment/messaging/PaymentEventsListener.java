package io.paymentsengine.payment.messaging;

import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.payment.application.ConcludePayments;
import io.paymentsengine.platform.messaging.Inbound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Receives the events that say how payments end.
@Configuration(proxyBeanMethods = false)
class PaymentEventsListener {

    @Bean
    Inbound<PaymentEvent> paymentEvents(ConcludePayments concludePayments) {
        return new Inbound<>(Topics.PAYMENT_EVENTS, concludePayments::conclude);
    }
}
