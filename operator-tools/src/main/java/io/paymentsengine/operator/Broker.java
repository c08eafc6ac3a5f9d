package io.paymentsengine.operator;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/// Where the dead letters lie, and how one gets in there.
///
/// @param config a file with properties of Kafka's client, such as `security.protocol`, or nothing
record Broker(String address, String config) {

    /// What a client of Kafka is told: what the file says, then the address, then what it has to do.
    ///
    /// @throws IllegalArgumentException if the file can't be read
    Map<String, Object> settings(Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>();
        told().forEach((name, value) -> settings.put(name.toString(), value));
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address);
        settings.putAll(own);
        return settings;
    }

    private Properties told() {
        Properties told = new Properties();
        if (!config.isEmpty()) {
            try (Reader file = Files.newBufferedReader(Path.of(config))) {
                told.load(file);
            } catch (IOException | InvalidPathException unreadable) {
                throw new IllegalArgumentException(
                        "config=%s can't be read".formatted(config), unreadable);
            }
        }
        return told;
    }
}
