package io.paymentsengine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    @TempDir private Path folder;

    @Test
    void a_client_is_told_what_the_file_says_but_not_what_it_has_to_do() throws IOException {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "security.protocol=SASL_SSL\nacks=0\nbootstrap.servers=other:1\n");
        assertThat(new Broker("k:1", file.toString()).settings(Map.of("acks", "all")))
                .isEqualTo(
                        Map.of(
                                "security.protocol",
                                "SASL_SSL",
                                "acks",
                                "all",
                                "bootstrap.servers",
                                "k:1"));
    }

    @Test
    void without_a_file_the_address_is_all() {
        assertThat(new Broker("k:1", "").settings(Map.of()))
                .isEqualTo(Map.of("bootstrap.servers", "k:1"));
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        Broker broker = new Broker("k:1", folder.resolve("none").toString());
        assertThatThrownBy(() -> broker.settings(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none can't be read");
    }
}
