package io.paymentsengine.localstack.store;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/// The main program of the broker's JVM: formats the log folder if it is new, then serves.
final class KafkaBroker {

    private KafkaBroker() {}

    /// Runs the broker.
    ///
    /// @param arguments the path of the settings file, and the log folder
    public static void main(String[] arguments) {
        String settings = arguments[0];
        Path logs = Path.of(arguments[1]);
        if (!Files.exists(logs.resolve("meta.properties"))) {
            String[] format = {
                "format", "--config", settings, "--cluster-id", Uuid.randomUuid().toString()
            };
            int result = StorageTool.execute(format, System.out);
            if (result != 0) {
                System.exit(result);
            }
        }
        Kafka.main(new String[] {settings});
    }
}
