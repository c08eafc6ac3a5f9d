package io.paymentsengine.account.wiring;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledger's time goes in milliseconds, as the API writes it: at the time that an entry shows,
/// the balance includes it.
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
