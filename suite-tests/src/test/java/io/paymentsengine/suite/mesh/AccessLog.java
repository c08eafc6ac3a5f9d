package io.paymentsengine.suite.mesh;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the access logs of sidecars. A line appears up to ten seconds after its request.
final class AccessLog {

    private AccessLog() {}

    /// The lines in the logs of an app's pods that contain this text.
    static List<JsonNode> lines(Mesh mesh, String app, String text) {
        return mesh.cluster().pods(app).stream()
                .flatMap(pod -> new MeshPod(mesh.client(), pod).accessLog())
                .filter(line -> line.contains(text))
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    /// The first line, as soon as there is one.
    static JsonNode awaitLine(Mesh mesh, String app, String text) {
        return awaitLines(mesh, app, text, 1).getFirst();
    }

    /// All lines, as soon as there are this many.
    static List<JsonNode> awaitLines(Mesh mesh, String app, String text, int many) {
        return Mesh.await("%d lines of %s".formatted(many, app))
                .until(() -> lines(mesh, app, text), lines -> lines.size() >= many);
    }
}
