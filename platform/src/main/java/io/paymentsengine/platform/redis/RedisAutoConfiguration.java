package io.paymentsengine.platform.redis;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/// Redis away holds nobody up: a command fails at once, and Redis is soon found again. A Redis that is
/// there and says nothing holds nobody up for long: `platform.yaml` bounds how long a command waits.
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@ConditionalOnClass(DataRedisAutoConfiguration.class)
public class RedisAutoConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /// Lettuce would keep commands until Redis is back, and the transactions of their callers with
    /// them. Commands are no use later: a batch comes again, a hint is outdated.
    @Bean
    LettuceClientOptionsBuilderCustomizer nothingWaitsForRedis() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    /// Lettuce would look for a lost Redis ever more seldom, in the end twice a minute.
    @Bean
    ClientResourcesBuilderCustomizer redisIsSoonFoundAgain() {
        return resources -> resources.reconnectDelay(Delay.constant(BETWEEN_LOOKS));
    }
}
