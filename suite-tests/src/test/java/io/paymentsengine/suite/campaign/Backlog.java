package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.service.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What the services have not yet read of their topics.
final class Backlog {

    private Backlog() {}

    /// The number of messages, of all services together.
    static long of(Server kafka) {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.host() + ":" + kafka.port());
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
            for (Service service : Service.values()) {
                read.putAll(
                        admin.listConsumerGroupOffsets(service.title())
                                .partitionsToOffsetAndMetadata()
                                .get());
            }
            Map<TopicPartition, Long> ends = ends(admin, read);
            return read.entrySet().stream()
                    .mapToLong(
                            each ->
                                    Objects.requireNonNull(ends.get(each.getKey()))
                                            - each.getValue().offset())
                    .sum();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<TopicPartition, Long> ends(
            Admin admin, Map<TopicPartition, OffsetAndMetadata> read)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(
                        read.keySet().stream()
                                .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
