package io.paymentsengine.saga.wiring;

import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the service is made of beside its own components.
@Configuration(proxyBeanMethods = false)
class SagaConfiguration {

    @Bean
    SagaEngine sagaEngine(SagaProperties properties) {
        return new SagaEngine(PaymentSaga.PAYMENT, properties.patience());
    }
}
