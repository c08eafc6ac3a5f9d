package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/// The messages that services have not read yet. Each topic is read by one service.
///
/// @param beginnings the first offset of every partition
/// @param ends the end offset of every partition
/// @param read the next offset to read; partitions that were never read are missing
record Backlog(
        Map<TopicPartition, Long> beginnings,
        Map<TopicPartition, Long> ends,
        Map<TopicPartition, Long> read) {

    /// Takes the services' offsets from their databases, because those known to Kafka may be a batch ahead.
    static Backlog of(Server kafka, Suite suite) throws SQLException {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.host() + ":" + kafka.port());
        try (Admin admin = Admin.create(settings)) {
            // Offsets are read first, so that messages written in between count as unread.
            Map<TopicPartition, Long> read = read(suite);
            Map<String, TopicDescription> topics =
                    admin.describeTopics(Wire.TOPICS).allTopicNames().get();
            return new Backlog(
                    offsets(admin, topics, OffsetSpec.earliest()),
                    offsets(admin, topics, OffsetSpec.latest()),
                    read);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// The number of unread messages of all services. In a partition that was never read, all messages are
    /// unread.
    long messages() {
        return ends.entrySet().stream()
                .mapToLong(
                        end -> {
                            long beginning = Objects.requireNonNull(beginnings.get(end.getKey()));
                            long next = read.getOrDefault(end.getKey(), beginning);
                            // a killed broker may have lost messages that were read before
                            return Math.max(0, end.getValue() - next);
                        })
                .sum();
    }

    private static Map<TopicPartition, Long> read(Suite suite) throws SQLException {
        Map<TopicPartition, Long> read = new HashMap<>();
        for (Service service : Service.values()) {
            try (Connection connection = suite.connect(service);
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "SELECT topic, partition, next_offset FROM consumed")) {
                while (row.next()) {
                    read.put(
                            new TopicPartition(row.getString("topic"), row.getInt("partition")),
                            row.getLong("next_offset"));
                }
            }
        }
        return read;
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Map<String, TopicDescription> topics, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                topics.values().stream()
                        .flatMap(
                                topic ->
                                        topic.partitions().stream()
                                                .map(
                                                        each ->
                                                                new TopicPartition(
                                                                        topic.name(),
                                                                        each.partition())))
                        .collect(Collectors.toMap(each -> each, _ -> which));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    }
}
