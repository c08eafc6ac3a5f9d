package io.paymentsengine.suite.mesh.pod;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Answers every request with the request's own headers, or with the response of another service; counts
/// requests; and fails, delays or breaks off on command. Commands come through a port that only its own pod
/// can reach.
final class Callee {

    /// The port of the service whose name it has.
    static final int PORT = 8080;

    /// The port for commands.
    static final int ORDERS = 8079;

    /// More than any test has open at once.
    private static final int BACKLOG = 2_000;

    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicLong delay = new AtomicLong();
    private final AtomicReference<String> breaking = new AtomicReference<>("");
    private final AtomicReference<String> neighbour = new AtomicReference<>("");
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    private Callee() {}

    static void serve() throws IOException {
        Callee callee = new Callee();
        start(server(new InetSocketAddress(PORT)), callee::answer);
        start(
                server(new InetSocketAddress(InetAddress.getLoopbackAddress(), ORDERS)),
                callee::obey);
        if (Files.exists(Tls.KEYS)) {
            start(Tls.server(BACKLOG), callee::answer);
        }
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private static HttpServer server(InetSocketAddress address) throws IOException {
        return HttpServer.create(address, BACKLOG);
    }

    private static void start(HttpServer server, Handler handler) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", handler::handle);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean read = exchange.getRequestMethod().equals("GET");
        (read ? reads : writes).incrementAndGet();
        String point = read ? "" : breaking.getAndSet("");
        if (point.equals("unread")) {
            exchange.close();
            return;
        }
        byte[] asked = exchange.getRequestBody().readAllBytes();
        if (point.equals("read")) {
            exchange.close();
            return;
        }
        if (!neighbour.get().isEmpty()) {
            Neighbour.at(neighbour.get()).answer(exchange, asked, point);
            return;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay.get()));
        StringBuilder headers = new StringBuilder();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                values.forEach(
                                        value ->
                                                headers.append(name)
                                                        .append(": ")
                                                        .append(value)
                                                        .append('\n')));
        exchange.getResponseHeaders()
                .set("x-answered-by", InetAddress.getLocalHost().getHostName());
        Tls.of(exchange).ifPresent(tls -> exchange.getResponseHeaders().set("x-tls", tls));
        send(exchange, status.get(), headers.toString());
    }

    /// Accepts the commands `?status=503` and `?delay=250`, and reports how many reads and writes have come
    /// since the last `?forget`. `?neighbour=http://…` sets the service that answers instead. `?break=` sets
    /// where the connection of the next write is closed: `unread`, `read`, `done` by the neighbour, or `cut`
    /// in the middle of the response.
    private void obey(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        for (String order : query == null ? new String[0] : query.split("&", -1)) {
            obey(URLDecoder.decode(order, StandardCharsets.UTF_8).split("=", 2));
        }
        send(exchange, 200, reads.get() + " " + writes.get());
    }

    private void obey(String... order) {
        switch (order[0]) {
            case "status" -> status.set(Integer.parseInt(order[1]));
            case "delay" -> delay.set(Long.parseLong(order[1]));
            case "neighbour" -> neighbour.set(order[1]);
            case "break" -> breaking.set(order[1]);
            case "forget" -> {
                reads.set(0);
                writes.set(0);
            }
            default -> throw new IllegalArgumentException(order[0]);
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
