package io.paymentsengine.suite.mesh.pod;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// The service that answers in place of a [Callee].
///
/// @param address such as `http://payment-service:8080`
record Neighbour(String address) {

    /// The request headers that matter to a payment.
    private static final List<String> PASSED_ON =
            List.of("content-type", "idempotency-key", "prefer", "x-tenant-id");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Neighbour at(String address) {
        return new Neighbour(address);
    }

    /// Sends the request and passes the response on: not at all at the point `done`, and only half of it at
    /// the point `cut`.
    void answer(HttpExchange exchange, byte[] asked, String point) throws IOException {
        HttpResponse<byte[]> answer = ask(exchange, asked);
        if (!point.equals("done")) {
            answer.headers()
                    .firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("content-type", type));
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody()
                    .write(body, 0, point.equals("cut") ? body.length / 2 : body.length);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] asked) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + exchange.getRequestURI()))
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(asked));
        for (String name : PASSED_ON) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(stopped.getMessage());
        }
    }
}
