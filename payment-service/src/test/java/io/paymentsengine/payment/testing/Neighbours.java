package io.paymentsengine.payment.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A web server in the place of saga-orchestrator and account-service. It gives the responses that
/// it was told to give, and 404 to everything else.
public final class Neighbours {

    /// Their response, with status 403, to a tenant that is not in their registry.
    public static final String UNKNOWN_TENANT =
            """
            {"type": "https://paymentsengine.io/problems/unknown-tenant",
             "title": "The tenant is not registered", "status": 403, "detail": "No tenant has this id."}
            """;

    private final Map<String, Said> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private record Said(int status, String body) {}

    public Neighbours() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// Sets the response for a path.
    ///
    /// @param path including its query, if it has one
    public void say(String path, int status, String body) {
        answers.put(path, new Said(status, body));
    }

    /// All requests so far, each as tenant and path.
    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestHeaders().getFirst("x-tenant-id") + " " + path);
        Said said = answers.getOrDefault(path, new Said(404, "{}"));
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(said.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
