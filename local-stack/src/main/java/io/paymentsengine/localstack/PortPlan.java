package io.paymentsengine.localstack;

import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.localstack.store.Processes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ports on loopback at which each process listens, by the names that `-Dports=name:port,…`
/// takes.
public final class PortPlan {

    /// The offset at which a second run has no port in common with a first run at the documented
    /// ports. 1,000 would not do: it moves service ports to the first run's management ports.
    static final int ADVISED_OFFSET = 100;

    private static final String MANAGEMENT = "-management";

    private static final int HIGHEST = 65_535;

    /// The default ports: services at the documented ones, stores at ports that installed servers
    /// don't usually use.
    static final PortPlan USUAL = usual();

    private final Map<String, Integer> ports;

    private PortPlan(Map<String, Integer> ports) {
        this.ports = Collections.unmodifiableMap(ports);
    }

    /// A plan with the same names and other ports.
    static PortPlan of(ToIntFunction<String> port) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        USUAL.ports.keySet().forEach(name -> ports.put(name, port.applyAsInt(name)));
        return new PortPlan(ports);
    }

    /// This plan with every port moved by an offset.
    PortPlan shifted(int offset) {
        return of(name -> port(name) + offset);
    }

    /// The largest offset by which every port can be moved.
    int room() {
        return HIGHEST - Collections.max(ports.values());
    }

    /// This plan with some ports changed.
    ///
    /// @param changes a list such as `postgres:5433,payment-service:9000`
    /// @throws IllegalArgumentException if a name is not in the plan or a port is not a number
    PortPlan changed(String changes) {
        Map<String, Integer> changed = new LinkedHashMap<>(ports);
        Stream.of(changes.split(","))
                .map(String::strip)
                .filter(change -> !change.isEmpty())
                .forEach(change -> change(changed, change));
        return new PortPlan(changed);
    }

    int of(Service service) {
        return port(service.title());
    }

    int managementOf(Service service) {
        return port(service.title() + MANAGEMENT);
    }

    int of(Processes.Port store) {
        return port(nameOf(store));
    }

    /// The ports that are in use, as `name (port)`.
    List<String> taken() {
        return ports.entrySet().stream()
                .filter(entry -> !Ports.isFree(entry.getValue()))
                .map(entry -> "%s (%d)".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException(name + " is not one of " + ports.keySet());
        }
        return port;
    }

    private static void change(Map<String, Integer> ports, String change) {
        String[] parts = change.split(":", 2);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,5}") || !ports.containsKey(parts[0])) {
            throw new IllegalArgumentException(
                    "-Dports=%s: expected name:port, with one of the names %s"
                            .formatted(change, ports.keySet()));
        }
        ports.put(parts[0], Integer.parseInt(parts[1]));
    }

    private static String nameOf(Processes.Port store) {
        return store.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static PortPlan usual() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.title(), service.port());
            ports.put(service.title() + MANAGEMENT, service.managementPort());
        }
        ports.putAll(
                Stream.of(Processes.Port.values())
                        .collect(Collectors.toMap(PortPlan::nameOf, PortPlan::usual)));
        return new PortPlan(ports);
    }

    private static int usual(Processes.Port store) {
        return switch (store) {
            case POSTGRES -> 15_432;
            case KAFKA -> 19_092;
            case KAFKA_CONTROLLER -> 19_093;
            case REDIS -> 16_379;
        };
    }
}
