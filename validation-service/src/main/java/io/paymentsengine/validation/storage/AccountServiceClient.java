package io.paymentsengine.validation.storage;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/// Makes the client of account-service from its interface; the address is
/// `spring.http.serviceclient.accounts.base-url`.
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "accounts", types = AccountService.class)
class AccountServiceClient {}
