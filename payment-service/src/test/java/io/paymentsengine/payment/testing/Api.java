package io.paymentsengine.payment.testing;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls payment-service over a socket, as a client does.
public final class Api implements AutoCloseable {

    public static final String PAYMENTS = "/api/v1/payments";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String[] tenant;

    private Api(URI base, String... tenant) {
        this.base = base;
        this.tenant = tenant;
    }

    public static Api at(int port, TenantId tenant) {
        return new Api(URI.create("http://localhost:" + port), "x-tenant-id", tenant.value());
    }

    public static Api withoutTenant(int port) {
        return new Api(URI.create("http://localhost:" + port));
    }

    /// A response of the service.
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        /// The locations of the problem's errors, each by its `pointer`, `parameter` or `header`.
        public List<String> errors(String kind) {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.path(kind).asString(""))
                    .toList();
        }

        /// The last part of the problem's type.
        public String problem() {
            return text("type").replace("https://paymentsengine.io/problems/", "");
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /// Sends a request that was started with [#request].
    public Answer send(HttpRequest.Builder request) {
        return new Answer(exchange(request, BodyHandlers.ofString()));
    }

    /// The lines of a response as they arrive. Closing the stream closes the connection.
    public Stream<String> lines(String path, String... headers) {
        return exchange(request(path, headers).GET(), BodyHandlers.ofLines()).body();
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        Stream.of(tenant, headers).filter(each -> each.length > 0).forEach(request::headers);
        return request;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private <T> HttpResponse<T> exchange(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
