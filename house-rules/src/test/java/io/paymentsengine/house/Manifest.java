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

/// One YAML document of a file under `k8s/` or `istio/`: a resource, a kustomization or a patch.
record Manifest(HouseFile file, JsonNode tree) {

    private static final Pattern FOLDER = Pattern.compile("(k8s|istio)/.*");
    private static final List<String> OF_KUSTOMIZE = List.of("Kustomization", "Component");

    /// The parsed documents of each text, cached because every rule reads all of them.
    private static final Map<String, List<JsonNode>> PARSED = new ConcurrentHashMap<>();

    /// All documents, in the order of the files.
    static List<Manifest> all(House house) {
        return house.files(".yaml").stream()
                .filter(file -> FOLDER.matcher(file.name()).matches())
                .flatMap(file -> parse(file, file.text()))
                .toList();
    }

    /// All resources, before patches are applied.
    static List<Manifest> resources(House house) {
        return all(house).stream().filter(Manifest::isResource).toList();
    }

    /// The resources of one kind.
    static Stream<Manifest> ofKind(House house, String kind) {
        return resources(house).stream().filter(manifest -> manifest.kind().equals(kind));
    }

    /// All kustomizations and components.
    static Stream<Manifest> kustomizations(House house) {
        return all(house).stream().filter(manifest -> OF_KUSTOMIZE.contains(manifest.kind()));
    }

    /// The documents in a text from a file.
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

    /// The text at a place such as `/spec/host`, or an empty one.
    String text(String place) {
        return tree.at(place).asString("");
    }

    /// The message of a violation.
    String described(String what) {
        return "%s %s %s: %s".formatted(file.name(), kind(), name(), what);
    }

    private boolean isResource() {
        return !kind().isEmpty() && !OF_KUSTOMIZE.contains(kind());
    }
}
