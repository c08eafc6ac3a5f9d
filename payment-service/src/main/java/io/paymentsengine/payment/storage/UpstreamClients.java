package io.paymentsengine.payment.storage;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/// Creates the clients of the upstream services from their interfaces. Their addresses are
/// `spring.http.serviceclient.<group>.base-url`.
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "accounts", types = AccountService.class)
@ImportHttpServices(group = "sagas", types = SagaOrchestrator.class)
class UpstreamClients {}
