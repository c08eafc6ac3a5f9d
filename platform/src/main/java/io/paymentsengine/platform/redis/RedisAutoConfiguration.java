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

/// Keeps an unavailable Redis from delaying anything: a command fails at once, and the connection is
/// soon restored. A Redis that is reachable but silent doesn't delay anything for long:
/// `platform.yaml` limits how long a command waits.
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@ConditionalOnClass(DataRedisAutoConfiguration.class)
public class RedisAutoConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /// By default, Lettuce would queue commands until Redis is back, and their callers' transactions
    /// would wait with them. Commands are of no use later: a batch is delivered again, a notification
    /// is outdated.
    @Bean
    LettuceClientOptionsBuilderCustomizer nothingWaitsForRedis() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    /// By default, Lettuce would try to reconnect less and less often, in the end twice a minute.
    @Bean
    ClientResourcesBuilderCustomizer redisIsSoonFoundAgain() {
        return resources -> resources.reconnectDelay(Delay.constant(BETWEEN_LOOKS));
    }
}
