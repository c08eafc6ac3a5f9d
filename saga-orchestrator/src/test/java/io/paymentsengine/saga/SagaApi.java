package io.paymentsengine.saga;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the service's REST API.
final class SagaApi implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SAGAS = "/api/v1/sagas";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    SagaApi(int port) {
        this.address = "http://localhost:" + port;
    }

    /// A response of the service.
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(body());
        }

        /// The text at a JSON pointer.
        String text(String pointer) {
            return json().at(pointer).asString("");
        }
    }

    /// Gets any path, without a tenant.
    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /// Gets a path below the sagas.
    Answer get(TenantId tenant, String path) {
        return send(sagas(tenant, path));
    }

    /// Posts JSON to a path below the sagas.
    Answer post(TenantId tenant, String path, String body) {
        return send(
                sagas(tenant, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder sagas(TenantId tenant, String path) {
        return HttpRequest.newBuilder(URI.create(address + SAGAS + path))
                .header("x-tenant-id", tenant.value());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
