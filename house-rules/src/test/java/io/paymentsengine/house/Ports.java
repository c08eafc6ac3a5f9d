package io.paymentsengine.house;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ports of services on one machine. Each service sets its own, and every other file agrees.
final class Ports {

    /// The management port is the port of the service plus this offset.
    static final int MANAGEMENT_OFFSET = 1000;

    private static final Pattern MENTION =
            Pattern.compile("(?<![\\d.])([89]0[89]\\d)(?!\\d|\\.\\d)");

    /// The ports in the cluster: of every service, of its management, and of Kafka inside the
    /// cluster and elsewhere.
    private static final List<Integer> IN_THE_CLUSTER = List.of(8080, 9090, 9092, 9094);

    private static final String[] MENTIONING = {
        ".md", ".yaml", ".http", ".sh", ".ps1", ".env", ".json"
    };

    private Ports() {}

    /// The ports of services by module, from their own settings.
    static Map<String, Integer> ofServices(House house) {
        return ports(house, "server.port");
    }

    /// Services whose management port doesn't have the offset, or that share a port.
    static List<String> misplaced(House house) {
        Map<String, Integer> management = ports(house, "management.server.port");
        Map<String, Integer> services = ofServices(house);
        return services.entrySet().stream()
                .filter(
                        service ->
                                shared(services.values(), service.getValue())
                                        || service.getValue() + MANAGEMENT_OFFSET
                                                != management.getOrDefault(service.getKey(), 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Mentions of a port on which nothing listens.
    static List<String> unknown(House house) {
        Collection<Integer> ports = ofServices(house).values();
        List<Integer> known =
                ports.stream().flatMap(port -> Stream.of(port, port + MANAGEMENT_OFFSET)).toList();
        return house.files(MENTIONING).stream()
                .filter(file -> !file.isTest())
                .flatMap(
                        file ->
                                MENTION.matcher(file.text())
                                        .results()
                                        .map(result -> Integer.valueOf(result.group(1)))
                                        .filter(
                                                port ->
                                                        !known.contains(port)
                                                                && !IN_THE_CLUSTER.contains(port))
                                        .map(port -> file.name() + " " + port))
                .toList();
    }

    /// Services that local-stack starts on another port than their settings have.
    static List<String> startedElsewhere(House house) {
        String stack =
                house.files(".java").stream()
                        .filter(file -> file.name().startsWith("local-stack/src/main/"))
                        .map(HouseFile::text)
                        .collect(Collectors.joining());
        return ofServices(house).entrySet().stream()
                .filter(service -> !stack.contains(constant(service) + ","))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String constant(Map.Entry<String, Integer> service) {
        String name = service.getKey().replace('-', '_').toUpperCase(Locale.ROOT);
        return name + "(" + service.getValue();
    }

    private static boolean shared(Collection<Integer> ports, Integer port) {
        return ports.stream().filter(port::equals).count() > 1;
    }

    private static Map<String, Integer> ports(House house, String key) {
        return Setting.of(house).stream()
                .filter(
                        setting ->
                                setting.file()
                                        .name()
                                        .endsWith("/src/main/resources/application.yaml"))
                .filter(setting -> setting.key().equals(key))
                .collect(
                        Collectors.toMap(
                                setting -> setting.file().module(),
                                setting -> Integer.valueOf(setting.value()),
                                (_, last) -> last,
                                TreeMap::new));
    }
}
