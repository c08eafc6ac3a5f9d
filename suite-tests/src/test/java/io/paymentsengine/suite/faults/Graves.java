package io.paymentsengine.suite.faults;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.suite.LocalSuite;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// The dead-letter topics.
final class Graves {

    private Graves() {}

    /// How many dead letters there have ever been.
    static long letters(LocalSuite suite) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends =
                Topics.all().stream()
                        .map(topic -> new TopicPartition(topic.deadLetters(), 0))
                        .collect(Collectors.toMap(grave -> grave, _ -> OffsetSpec.latest()));
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.broker());
        try (Admin admin = Admin.create(settings)) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
