package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Changes the destinations of VirtualServices.
final class Routes {

    private static final int ALL = 100;

    private Routes() {}

    /// The same routes with other weights: what went to the stable subset goes to the canary.
    static GenericKubernetesResource toTheCanary(GenericKubernetesResource routes) {
        JsonNode tree = JsonMapper.shared().valueToTree(routes);
        for (JsonNode http : tree.path("spec").path("http")) {
            for (JsonNode route : http.path("route")) {
                boolean canary =
                        route.path("destination").path("subset").asString("").equals("canary");
                ((ObjectNode) route).put("weight", canary ? ALL : 0);
            }
        }
        return JsonMapper.shared().treeToValue(tree, GenericKubernetesResource.class);
    }
}
