package io.paymentsengine.saga.wiring;

import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Creates the beans that component scanning does not find.
@Configuration(proxyBeanMethods = false)
class SagaConfiguration {

    @Bean
    SagaEngine sagaEngine(SagaProperties properties) {
        return new SagaEngine(PaymentSaga.PAYMENT, properties.timeouts());
    }
}
