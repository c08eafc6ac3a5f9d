package io.paymentsengine.suite.mesh.pod;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;

/// Receives spans as OpenTelemetry's collector does, over HTTP and gRPC, and remembers which service reported
/// to which trace. It is queried through a port that only its own pod can reach.
final class Collector {

    /// The port for queries: `?trace` returns one line for each service name.
    static final int QUESTIONS = 8078;

    private static final int HTTP = 4318;
    private static final int GRPC = 4317;

    /// Field numbers of ExportTraceServiceRequest, ResourceSpans, Resource, KeyValue, AnyValue, ScopeSpans
    /// and Span.
    private static final int ALL_SPANS = 1;

    private static final int RESOURCE = 1;
    private static final int SCOPE = 2;
    private static final int SPANS = 2;
    private static final int ATTRIBUTES = 1;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int TEXT = 1;
    private static final int TRACE = 1;

    private final Map<String, Set<String>> services = new ConcurrentHashMap<>();

    private Collector() {}

    static void serve() throws IOException {
        Collector collector = new Collector();
        collector.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), QUESTIONS),
                collector::answer);
        collector.start(new InetSocketAddress(HTTP), collector::take);
        Grpc.serve(GRPC, collector::take);
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void start(InetSocketAddress address, Handler handler) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", handler::handle);
        server.start();
    }

    private void take(byte[] request) {
        for (Message spans : Message.of(request).all(ALL_SPANS)) {
            String service =
                    spans.all(RESOURCE, ATTRIBUTES).stream()
                            .filter(each -> each.all(KEY).getFirst().text().equals("service.name"))
                            .map(each -> each.all(VALUE, TEXT).getFirst().text())
                            .findFirst()
                            .orElse("nobody");
            spans.all(SCOPE, SPANS, TRACE)
                    .forEach(
                            trace ->
                                    services.computeIfAbsent(
                                                    trace.hex(), _ -> new ConcurrentSkipListSet<>())
                                            .add(service));
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        take(exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().set("content-type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String trace = exchange.getRequestURI().getRawQuery();
        byte[] lines =
                String.join("\n", services.getOrDefault(trace, Set.of()))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, lines.length == 0 ? -1 : lines.length);
        exchange.getResponseBody().write(lines);
        exchange.close();
    }
}
