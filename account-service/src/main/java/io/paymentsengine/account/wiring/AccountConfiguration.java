package io.paymentsengine.account.wiring;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledger's time is in milliseconds, as in the API, so that the balance at the time that an
/// entry shows includes that entry.
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
