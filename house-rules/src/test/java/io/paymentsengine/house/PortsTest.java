package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir private Path folder;

    @Test
    void every_service_has_a_port_and_its_management_beside_it() {
        assertThat(Ports.ofServices(House.OURS)).hasSize(Modules.SERVICES.size());
        assertThat(Ports.misplaced(House.OURS)).isEmpty();
    }

    @Test
    void a_shared_port_or_a_management_elsewhere_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(settingsOf("a"), settings(8081, 9081))
                        .with(settingsOf("b"), settings(8082, 9081))
                        .with(settingsOf("c"), settings(8083, 9083))
                        .with(settingsOf("d"), settings(8083, 9083))
                        .house();
        assertThat(Ports.misplaced(house)).containsExactly("b", "c", "d");
    }

    @Test
    void every_port_that_is_mentioned_is_somebodys() {
        assertThat(Ports.unknown(House.OURS)).isEmpty();
    }

    @Test
    void a_port_of_nobody_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(settingsOf("a"), settings(8081, 9081))
                        .with("README.md", "http://localhost:8081, 9081, 8085, 80851, 8080, 9095.")
                        .house();
        assertThat(Ports.unknown(house)).containsExactly("README.md 8085", "README.md 9095");
    }

    @Test
    void the_stack_starts_every_service_where_it_says() {
        assertThat(Ports.startedElsewhere(House.OURS)).isEmpty();
    }

    @Test
    void a_service_that_is_started_elsewhere_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(settingsOf("a-service"), settings(8081, 9081))
                        .with(settingsOf("b-service"), settings(8082, 9082))
                        .with(
                                "local-stack/src/main/java/Service.java",
                                "enum Service { A_SERVICE(8081, 1), B_SERVICE(8083, 2) }")
                        .house();
        assertThat(Ports.startedElsewhere(house)).containsExactly("b-service");
    }

    private static String settingsOf(String module) {
        return module + "/src/main/resources/application.yaml";
    }

    private static String settings(int port, int management) {
        return "server.port: %d\nmanagement.server.port: %d\n".formatted(port, management);
    }
}
