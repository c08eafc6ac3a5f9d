package io.paymentsengine.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Where a message was read, and its exact bytes, which a dead letter has to keep.
public final class Origin {

    private final ConsumerRecord<byte[], byte[]> consumed;

    Origin(ConsumerRecord<byte[], byte[]> consumed) {
        this.consumed = consumed;
    }

    ConsumerRecord<byte[], byte[]> consumed() {
        return consumed;
    }
}
