package io.paymentsengine.suite.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

class GatewayAddressTest {

    private static final Path GATEWAY = Path.of("..", "istio", "base", "gateway.yaml");

    /// A path that is public but that journeys do not send through the gateway would remain untested.
    @Test
    void it_is_open_to_what_the_gateways_policy_lets_in() {
        assertThat(said("paths")).containsExactlyElementsOf(GatewayAddress.OPEN);
        assertThat(said("notPaths")).containsExactlyElementsOf(GatewayAddress.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/payments",
                "/api/v1/payments?limit=2",
                "/api/v1/payments/bulk",
                "/api/v1/accounts/one/entries?limit=2",
            })
    void what_customers_ask_comes_by_the_street(String path) {
        assertThat(GatewayAddress.isOpenTo(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts/lookup",
                "/api/v1/accounts/lookup?any",
                "/api/v1/accountsandmore",
                "/api/v1/limits",
                "/api/v1/sagas/one",
                "/v3/api-docs",
                "/?/api/v1/payments",
            })
    void what_insiders_ask_does_not(String path) {
        assertThat(GatewayAddress.isOpenTo(path)).isFalse();
    }

    /// The distinct values of this list in the policy's operations.
    private static List<String> said(String list) {
        return policy().findValues("operation").stream()
                .flatMap(operation -> operation.path(list).valueStream())
                .map(JsonNode::asString)
                .distinct()
                .toList();
    }

    private static JsonNode policy() {
        try (MappingIterator<JsonNode> documents =
                YAMLMapper.shared().readerFor(JsonNode.class).readValues(GATEWAY.toFile())) {
            return documents.readAll().stream()
                    .filter(each -> each.path("kind").asString("").equals("AuthorizationPolicy"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
