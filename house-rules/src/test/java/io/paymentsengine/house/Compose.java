package io.paymentsengine.house;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Checks the Compose file: against the schema of Compose, and against the suite's own rules.
final class Compose {

    static final String FILE = "docker-compose.yml";

    private static final String SCHEMA = "/compose/compose-spec.json";
    private static final String OURS = "payments-engine/";

    /// What every container needs. As the root file system is read-only, a container that writes
    /// must declare where: to a volume, or to memory.
    private static final List<String> NEEDED = List.of("mem_limit", "restart", "read_only");

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token)");

    private Compose() {}

    /// Violations of the Compose Specification's schema.
    static List<String> malformed(House house) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema())
                .validate(tree(house))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /// Required settings that a container lacks.
    static List<String> lacking(House house) {
        return services(
                house,
                service -> NEEDED.stream().filter(key -> !service.has(key)).map("no "::concat));
    }

    /// Images that Kubernetes does not run with the same name and version.
    static List<String> unknownImages(House house) {
        Set<String> known = imagesOfKubernetes(house);
        return services(
                house,
                service ->
                        Stream.of(service.path("image").asString(""))
                                .filter(image -> !known.contains(image)));
    }

    /// Files and folders that are passed to a container but don't exist.
    static List<String> missingFiles(House house) {
        return services(
                house,
                service ->
                        Stream.concat(
                                        texts(service.path("env_file")),
                                        texts(service.path("volumes"))
                                                .filter(volume -> volume.startsWith("./"))
                                                .map(volume -> volume.replaceFirst(":.*", "")))
                                .filter(name -> !house.root().resolve(name).toFile().exists()));
    }

    /// Ports that other machines can reach.
    static List<String> openPorts(House house) {
        return services(
                house,
                service ->
                        texts(service.path("ports"))
                                .filter(port -> !port.startsWith("127.0.0.1:")));
    }

    /// Variables with secrets in the file itself.
    static List<String> secrets(House house) {
        return services(
                house,
                service ->
                        service.path("environment").propertyNames().stream()
                                .filter(name -> SECRET.matcher(name).matches()));
    }

    private static Set<String> imagesOfKubernetes(House house) {
        Stream<String> stores =
                Manifest.resources(house).stream()
                        .flatMap(each -> each.tree().findValues("image").stream())
                        .map(image -> image.asString(""));
        Stream<String> services =
                Manifest.kustomizations(house)
                        .flatMap(each -> each.tree().path("images").valueStream())
                        .filter(image -> image.path("newName").asString("").startsWith(OURS))
                        .map(
                                image ->
                                        image.path("newName").asString("")
                                                + ":"
                                                + image.path("newTag").asString(""));
        return Stream.concat(stores, services).collect(Collectors.toSet());
    }

    private static List<String> services(House house, Function<JsonNode, Stream<String>> faults) {
        return tree(house)
                .path("services")
                .propertyStream()
                .flatMap(
                        service ->
                                faults.apply(service.getValue())
                                        .map(fault -> service.getKey() + ": " + fault))
                .toList();
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.asString(""));
    }

    private static JsonNode tree(House house) {
        HouseFile file = house.file(FILE);
        return Manifest.parse(file, file.text()).findFirst().orElseThrow().tree();
    }

    /// The schema without its `$id`, which is not a URL and would therefore be rejected.
    private static JsonNode schema() {
        try (InputStream schema = Compose.class.getResourceAsStream(SCHEMA)) {
            Objects.requireNonNull(schema, SCHEMA);
            return ((ObjectNode) JsonMapper.shared().readTree(schema)).without("$id");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
