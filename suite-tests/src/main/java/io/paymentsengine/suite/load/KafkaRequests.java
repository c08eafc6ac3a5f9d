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

/// What the services' Kafka clients ask the broker, by their own count.
final class KafkaRequests {

    /// A line of Prometheus' text format: of each producer and consumer, whatever it asks and whichever broker.
    private static final Pattern REQUESTS =
            Pattern.compile("(?m)^kafka_(?:producer|consumer)_request_total\\{.*} (\\S+)$");

    private KafkaRequests() {}

    /// Of all services, since each was started.
    static long read(LocalSuite suite) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Stream.of(Service.values())
                    .mapToLong(service -> in(metrics(client, suite, service)))
                    .sum();
        }
    }

    /// In what a service tells Prometheus.
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
                        "%s tells no metrics: %s".formatted(service.title(), answer));
            }
            return answer.body();
        } catch (IOException failed) {
            throw new IllegalStateException(service.title() + " tells no metrics", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
