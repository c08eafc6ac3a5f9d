package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.paymentsengine.suite.cluster.GatewayAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// A client outside the cluster that calls the gateway.
final class GatewayClient {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int PLAIN = 80;

    private final GatewayAddress gateway;
    private final HttpClient client;

    private GatewayClient(GatewayAddress gateway) {
        this.gateway = gateway;
        this.client =
                HttpClient.newBuilder()
                        .sslContext(gateway.trust())
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    static GatewayClient to(KubernetesClient client) {
        return new GatewayClient(GatewayAddress.of(client));
    }

    /// A client with new connections.
    GatewayClient anew() {
        return new GatewayClient(gateway);
    }

    String address() {
        return gateway.address();
    }

    X509Certificate certificate() {
        return gateway.certificate();
    }

    /// The result of a handshake: what was negotiated, and the server's certificate.
    record Handshake(String protocol, String cipherSuite, X509Certificate certificate) {}

    /// The address of the TLS port.
    InetSocketAddress place() {
        int colon = address().lastIndexOf(':');
        return new InetSocketAddress(
                address().substring(0, colon), Integer.parseInt(address().substring(colon + 1)));
    }

    /// The address of the plain HTTP port.
    InetSocketAddress plainPlace() {
        return new InetSocketAddress(place().getHostString(), PLAIN);
    }

    /// A connection with this ALPN protocol (RFC 7301). Reads time out after 30 seconds.
    SSLSocket connected(String protocol) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        gateway.trust()
                                .getSocketFactory()
                                .createSocket(place().getHostString(), place().getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(30_000);
        socket.startHandshake();
        return socket;
    }

    /// Performs a handshake and closes the connection.
    Handshake handshake() throws IOException {
        try (SSLSocket socket = connected("http/1.1")) {
            SSLSession session = socket.getSession();
            return new Handshake(
                    session.getProtocol(),
                    session.getCipherSuite(),
                    (X509Certificate) session.getPeerCertificates()[0]);
        }
    }

    /// @param headers names and values in turn
    Heard get(String path, String... headers) {
        return call("GET", path, headers);
    }

    /// Posts a body that is neither a valid payment nor a valid account.
    ///
    /// @param headers names and values in turn
    Heard post(String path, String... headers) {
        return call("POST", path, headers);
    }

    /// @param headers names and values in turn
    Heard call(String method, String path, String... headers) {
        return answer(client, request("https://" + address() + path, method, "{}", headers));
    }

    /// Posts a JSON body.
    ///
    /// @param headers names and values in turn
    Heard send(String path, String body, String... headers) {
        return answer(client, request("https://" + address() + path, "POST", body, headers));
    }

    /// Calls this many times, with a limited number of calls open at once.
    ///
    /// @param headers names and values in turn
    List<Heard> calls(int atOnce, int times, String method, String path, String... headers) {
        var places = new Semaphore(atOnce);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, times)
                    .mapToObj(
                            _ ->
                                    CompletableFuture.supplyAsync(
                                            () -> {
                                                places.acquireUninterruptibly();
                                                try {
                                                    return call(method, path, headers);
                                                } finally {
                                                    places.release();
                                                }
                                            },
                                            callers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /// The response to a request without TLS.
    Heard plain(String path) {
        String host = address().substring(0, address().lastIndexOf(':'));
        try (HttpClient plain = HttpClient.newHttpClient()) {
            return answer(plain, request("http://" + host + path, "GET", ""));
        }
    }

    private static HttpRequest request(String url, String method, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("content-type", "application/json");
            request.method(method, BodyPublishers.ofString(body));
        }
        return request.build();
    }

    private static Heard answer(HttpClient client, HttpRequest request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return Heard.of(response, (System.nanoTime() - start) / 1_000_000);
        } catch (IOException broken) {
            return Heard.nothing(broken.toString(), (System.nanoTime() - start) / 1_000_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
