package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The control plane of Azure's add-on gets the same mesh configuration as one that is installed.
class AddOnTest {

    private static final String INSTALL = "istio/install/";

    @Test
    void the_add_on_gets_what_an_installation_in_production_says_of_the_mesh() {
        JsonNode installed =
                JsonMapper.shared()
                        .updateValue(
                                (ObjectNode) read("mesh.yaml").at("/spec/meshConfig"),
                                read("production.yaml").at("/spec/meshConfig"));
        HouseFile file = House.OURS.file(INSTALL + "azure-add-on.yaml");
        String told = read("azure-add-on.yaml").at("/data/mesh").asString("");
        assertThat(Manifest.parse(file, told).map(Manifest::tree)).containsExactly(installed);
    }

    private static JsonNode read(String name) {
        HouseFile file = House.OURS.file(INSTALL + name);
        return Manifest.parse(file, file.text()).findFirst().orElseThrow().tree();
    }
}
