package io.paymentsengine.suite.faults;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/// Makes the broker refuse all messages of the service, by a size limit on their topics.
record Refusal(LocalSuite suite, List<String> topics) implements Provocation {

    private static final String LESS_THAN_ANY = "1";

    static Provocation on(Stage stage) {
        return new Refusal(stage.suite(), topicsOf(stage.victim()));
    }

    @Override
    public void prepare() {
        change(OpType.SET);
    }

    @Override
    public void undo() {
        change(OpType.DELETE);
    }

    /// The topics that the service sends to.
    private static List<String> topicsOf(Service sender) {
        return switch (sender) {
            case PAYMENT_SERVICE -> List.of(Topics.SAGA_COMMANDS.name());
            case VALIDATION_SERVICE, ACCOUNT_SERVICE -> List.of(Topics.SAGA_REPLIES.name());
            case SAGA_ORCHESTRATOR ->
                    List.of(
                            Topics.VALIDATION_COMMANDS.name(),
                            Topics.ACCOUNT_COMMANDS.name(),
                            Topics.PAYMENT_EVENTS.name());
        };
    }

    private void change(OpType how) {
        AlterConfigOp limit =
                new AlterConfigOp(
                        new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LESS_THAN_ANY), how);
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.broker());
        try (Admin admin = Admin.create(settings)) {
            admin.incrementalAlterConfigs(
                            topics.stream()
                                    .map(
                                            topic ->
                                                    new ConfigResource(
                                                            ConfigResource.Type.TOPIC, topic))
                                    .collect(
                                            Collectors.toMap(
                                                    Function.identity(), _ -> List.of(limit))))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
