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

/// The broker that has the dead letters, and how to connect to it.
///
/// @param config the path of a file with properties of the Kafka client, such as
///     `security.protocol`, or empty
record Broker(String address, String config) {

    /// The settings of a Kafka client: those of the file, overridden by the address and by the
    /// client's own settings.
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
