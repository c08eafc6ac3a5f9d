package io.paymentsengine.localstack.store;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/// Checks whether a broker answers. In a class of its own because only tests have the Kafka client.
final class KafkaProbe {

    private static final String PATIENCE_MILLIS = "2000";

    private KafkaProbe() {}

    static boolean answers(String host, int port) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", host + ":" + port,
                        "request.timeout.ms", PATIENCE_MILLIS,
                        "default.api.timeout.ms", PATIENCE_MILLIS);
        if (!Probes.listens(host, port)) {
            return false;
        }
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
