package io.paymentsengine.localstack.service;

import io.paymentsengine.localstack.store.Database;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The addresses of everything that services connect to, from which their environments are made.
public record Places(Map<Service, Place> services, String kafka, int redisPort, Path tenantsFile) {

    /// The ports of one service, and its database.
    public record Place(int port, int managementPort, Database database) {}

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PROBE_MILLIS = 2_000;

    public Places {
        services = Map.copyOf(services);
    }

    /// The base URL of a service's API.
    public String url(Service service) {
        return "http://localhost:" + of(service).port();
    }

    /// The base URL of a service's health and metrics.
    public String managementUrl(Service service) {
        return "http://localhost:" + of(service).managementPort();
    }

    /// The place of a service.
    public Place of(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /// The same places, with one service on other ports.
    public Places moving(Service service, int port, int managementPort) {
        Map<Service, Place> moved = new EnumMap<>(services);
        moved.put(service, new Place(port, managementPort, of(service).database()));
        return new Places(moved, kafka, redisPort, tenantsFile);
    }

    /// The environment variables of a service, by Spring's names.
    public Map<String, String> environment(Service service) {
        Place place = of(service);
        Map<String, String> environment = new TreeMap<>(ofDatabase(place.database()));
        environment.put("SERVER_ADDRESS", LOOPBACK);
        environment.put("SERVER_PORT", Integer.toString(place.port()));
        environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(place.managementPort()));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("SPRING_DATA_REDIS_HOST", LOOPBACK);
        environment.put("SPRING_DATA_REDIS_PORT", Integer.toString(redisPort));
        environment.put("SPRING_HTTP_SERVICECLIENT_ACCOUNTS_BASEURL", url(Service.ACCOUNT_SERVICE));
        environment.put("SPRING_HTTP_SERVICECLIENT_SAGAS_BASEURL", url(Service.SAGA_ORCHESTRATOR));
        environment.put("TENANTS_FILE", tenantsFile.toUri().toString());
        return environment;
    }

    /// Whether a service reports that it is ready: its stores answer, and it accepts traffic.
    public boolean isReady(Service service) {
        URI probe = URI.create(managementUrl(service) + "/actuator/health/readiness");
        try {
            HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
            connection.setConnectTimeout(PROBE_MILLIS);
            connection.setReadTimeout(PROBE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Map<String, String> ofDatabase(Database database) {
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.application().name(),
                "SPRING_DATASOURCE_PASSWORD", database.application().password(),
                "SPRING_FLYWAY_USER", database.owner().name(),
                "SPRING_FLYWAY_PASSWORD", database.owner().password(),
                "SPRING_FLYWAY_PLACEHOLDERS_APP", database.application().name());
    }
}
