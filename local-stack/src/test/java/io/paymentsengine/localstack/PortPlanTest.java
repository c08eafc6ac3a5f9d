package io.paymentsengine.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.localstack.store.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_SERVICE,    8081, 9081",
        "VALIDATION_SERVICE, 8082, 9082",
        "ACCOUNT_SERVICE,    8083, 9083",
        "SAGA_ORCHESTRATOR,  8084, 9084"
    })
    void services_listen_where_the_documentation_says(Service service, int port, int management) {
        assertThat(PortPlan.USUAL.of(service)).isEqualTo(port);
        assertThat(PortPlan.USUAL.managementOf(service)).isEqualTo(management);
    }

    @Test
    void all_ports_move_together() {
        PortPlan moved = PortPlan.USUAL.shifted(200);
        assertThat(moved.of(Service.PAYMENT_SERVICE)).isEqualTo(8_281);
        assertThat(moved.of(Processes.Port.KAFKA)).isEqualTo(19_292);
    }

    @Test
    void a_second_run_that_moves_as_advised_takes_no_port_of_the_first() {
        PortPlan second = PortPlan.USUAL.shifted(PortPlan.ADVISED_OFFSET);
        assertThat(all(second))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(all(PortPlan.USUAL));
    }

    @Test
    void ports_move_as_far_as_there_are_any() {
        assertThat(all(PortPlan.USUAL.shifted(PortPlan.USUAL.room()))).contains(65_535);
    }

    @Test
    void single_ports_move_alone() {
        PortPlan changed = PortPlan.USUAL.changed("postgres:5433, payment-service:9000");
        assertThat(changed.of(Processes.Port.POSTGRES)).isEqualTo(5_433);
        assertThat(changed.of(Service.PAYMENT_SERVICE)).isEqualTo(9_000);
        assertThat(changed.of(Service.ACCOUNT_SERVICE)).isEqualTo(8_083);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgres:", "postgres:x", "oracle:1521", ":1"})
    void a_wrong_change_is_refused_with_the_names_that_there_are(String change) {
        assertThatThrownBy(() -> PortPlan.USUAL.changed(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payment-service-management");
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            PortPlan plan = PortPlan.USUAL.changed("redis:" + taken.getLocalPort());
            assertThat(plan.taken()).contains("redis (" + taken.getLocalPort() + ")");
        }
    }

    private static List<Integer> all(PortPlan plan) {
        return Stream.of(
                        Stream.of(Service.values()).map(plan::of),
                        Stream.of(Service.values()).map(plan::managementOf),
                        Stream.of(Processes.Port.values()).map(plan::of))
                .flatMap(ports -> ports)
                .toList();
    }
}
