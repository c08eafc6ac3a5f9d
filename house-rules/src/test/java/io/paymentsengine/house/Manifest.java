package io.paymentsengine.house;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One document of a file under `k8s/` or `istio/`: a resource, what Kustomize is told, or a patch.
record Manifest(HouseFile file, JsonNode tree) {

    private static final Pattern FOLDER = Pattern.compile("(k8s|istio)/.*");
    private static final List<String> OF_KUSTOMIZE = List.of("Kustomization", "Component");

    /// The documents of each text: every rule reads all of them again.
    private static final Map<String, List<JsonNode>> PARSED = new ConcurrentHashMap<>();

    /// Every document, in the order of files.
    static List<Manifest> all(House house) {
        return house.files(".yaml").stream()
                .filter(file -> FOLDER.matcher(file.name()).matches())
                .flatMap(file -> parse(file, file.text()))
                .toList();
    }

    /// The resources, before any patch.
    static List<Manifest> resources(House house) {
        return all(house).stream().filter(Manifest::isResource).toList();
    }

    /// The resources of one kind.
    static Stream<Manifest> ofKind(House house, String kind) {
        return resources(house).stream().filter(manifest -> manifest.kind().equals(kind));
    }

    /// What Kustomize is told.
    static Stream<Manifest> kustomizations(House house) {
        return all(house).stream().filter(manifest -> OF_KUSTOMIZE.contains(manifest.kind()));
    }

    /// The documents of a text that stands in a file.
    static Stream<Manifest> parse(HouseFile file, String text) {
        return PARSED.computeIfAbsent(text, Manifest::documents).stream()
                .map(tree -> new Manifest(file, tree));
    }

    private static List<JsonNode> documents(String text) {
        Iterable<Object> documents =
                new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> JsonMapper.shared().<JsonNode>valueToTree(document))
                .toList();
    }

    String kind() {
        return text("/kind");
    }

    String name() {
        return text("/metadata/name");
    }

    JsonNode spec() {
        return tree.path("spec");
    }

    /// The text at a place such as `/spec/host`, or nothing.
    String text(String place) {
        return tree.at(place).asString("");
    }

    /// What a refusal says.
    String described(String what) {
        return "%s %s %s: %s".formatted(file.name(), kind(), name(), what);
    }

    private boolean isResource() {
        return !kind().isEmpty() && !OF_KUSTOMIZE.contains(kind());
    }
}
