package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Counts the requests of the services' Kafka clients to the broker, from the clients' own metrics.
final class KafkaRequests {

    /// A line in Prometheus' text format: one for each producer and consumer, over all brokers and requests.
    private static final Pattern REQUESTS =
            Pattern.compile("(?m)^kafka_(?:producer|consumer)_request_total\\{.*} (\\S+)$");

    private KafkaRequests() {}

    /// The requests of all services since each was started.
    static long read(LocalSuite suite) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Stream.of(Service.values())
                    .mapToLong(service -> in(metrics(client, suite, service)))
                    .sum();
        }
    }

    /// The requests counted in a service's Prometheus metrics.
    static long in(String metrics) {
        return Math.round(
                REQUESTS.matcher(metrics)
                        .results()
                        .mapToDouble(line -> Double.parseDouble(line.group(1)))
                        .sum());
    }

    private static String metrics(HttpClient client, LocalSuite suite, Service service) {
        HttpRequest request =
                HttpRequest.newBuilder(suite.management(service, "/actuator/prometheus")).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s returned no metrics: %s".formatted(service.title(), answer));
            }
            return answer.body();
        } catch (IOException failed) {
            throw new IllegalStateException(service.title() + " returned no metrics", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
