package io.paymentsengine.validation.wiring;

import io.paymentsengine.validation.application.ValidationWindows;
import io.paymentsengine.validation.domain.ScreeningList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnection.PipeliningFlushPolicy;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Creates the beans that component scanning does not find.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ValidationProperties.class)
class ValidationConfiguration {

    @Bean
    ValidationWindows windows(ValidationProperties properties) {
        return new ValidationWindows(
                properties.duplicateWindow(),
                properties.maxRequestAge(),
                properties.accountCacheTtl());
    }

    @Bean
    ScreeningList screeningList(ValidationProperties properties) throws IOException {
        return new ScreeningList(
                properties
                        .screeningList()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .toList());
    }

    /// Sends a pipeline as a whole rather than command by command.
    @Bean
    StringRedisTemplate stringRedisTemplate(LettuceConnectionFactory connections) {
        connections.setPipeliningFlushPolicy(PipeliningFlushPolicy.flushOnClose());
        return new StringRedisTemplate(connections);
    }
}
