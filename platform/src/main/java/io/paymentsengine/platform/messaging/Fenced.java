package io.paymentsengine.platform.messaging;

import java.util.Collection;
import org.apache.kafka.common.TopicPartition;

/// Another consumer has moved a partition on: what this consumer holds of it is outdated.
final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Fenced(Collection<TopicPartition> partitions) {
        super("Another consumer has moved on one of " + partitions);
    }
}
