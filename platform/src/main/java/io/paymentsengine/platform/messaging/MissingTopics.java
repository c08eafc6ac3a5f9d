package io.paymentsengine.platform.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;

/// Makes the topics that are missing, until that has succeeded once. A start goes on where the broker is
/// not there yet; did nobody try again, no payment would end before the next one.
final class MissingTopics implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MissingTopics.class);

    private final KafkaAdmin admin;
    private volatile boolean made;

    MissingTopics(KafkaAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void afterSingletonsInstantiated() {
        make();
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void make() {
        if (made) {
            return;
        }
        try {
            made = admin.initialize();
        } catch (IllegalStateException brokerAway) {
            LOG.warn("Topics can't be made yet: {}", String.valueOf(brokerAway.getCause()));
        }
    }
}
