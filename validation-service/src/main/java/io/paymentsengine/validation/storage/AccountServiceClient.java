package io.paymentsengine.validation.storage;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/// Creates the client of account-service from its interface. Its address is
/// `spring.http.serviceclient.accounts.base-url`.
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "accounts", types = AccountService.class)
class AccountServiceClient {}
