package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.paymentsengine.suite.cluster.StreetDoor;
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

/// Who comes to the gateway from outside.
final class Street {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int PLAIN = 80;

    private final StreetDoor door;
    private final HttpClient client;

    private Street(StreetDoor door) {
        this.door = door;
        this.client =
                HttpClient.newBuilder()
                        .sslContext(door.trust())
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    static Street to(KubernetesClient client) {
        return new Street(StreetDoor.of(client));
    }

    /// Comes again, with new connections.
    Street anew() {
        return new Street(door);
    }

    String address() {
        return door.address();
    }

    X509Certificate certificate() {
        return door.certificate();
    }

    /// What a handshake agrees on, and whose certificate it shows.
    record Handshake(String protocol, String cipherSuite, X509Certificate certificate) {}

    /// Where its port for TLS is.
    InetSocketAddress place() {
        int colon = address().lastIndexOf(':');
        return new InetSocketAddress(
                address().substring(0, colon), Integer.parseInt(address().substring(colon + 1)));
    }

    /// Where its port for plain HTTP is.
    InetSocketAddress plainPlace() {
        return new InetSocketAddress(place().getHostString(), PLAIN);
    }

    /// A connection that speaks a protocol, as ALPN names it (RFC 7301). A read waits for 30 seconds.
    SSLSocket connected(String protocol) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        door.trust()
                                .getSocketFactory()
                                .createSocket(place().getHostString(), place().getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(30_000);
        socket.startHandshake();
        return socket;
    }

    /// Shakes hands, and leaves.
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

    /// Posts a body that no service takes for a payment or an account.
    ///
    /// @param headers names and values in turn
    Heard post(String path, String... headers) {
        return call("POST", path, headers);
    }

    /// @param headers names and values in turn
    Heard call(String method, String path, String... headers) {
        return answer(client, request("https://" + address() + path, method, "{}", headers));
    }

    /// Posts a body of JSON.
    ///
    /// @param headers names and values in turn
    Heard send(String path, String body, String... headers) {
        return answer(client, request("https://" + address() + path, "POST", body, headers));
    }

    /// Calls so often, with so many open at once.
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

    /// What is said to who comes without TLS.
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
