package io.paymentsengine.suite.mesh;

import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Who comes to the gateway from outside, and takes it for the gateway only if it shows the certificate
/// of the secret `gateway-certificate`.
final class Street {

    /// Where the gateway answers, if its load balancer has no address: `-Dmesh.gateway=localhost:8443`.
    private static final String SETTING = "mesh.gateway";

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final String address;
    private final X509Certificate certificate;
    private final HttpClient client;

    private Street(String address, X509Certificate certificate) {
        this.address = address;
        this.certificate = certificate;
        this.client =
                HttpClient.newBuilder()
                        .sslContext(trusting(certificate))
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    static Street to(KubernetesClient client) {
        return new Street(addressOf(client), certificateOf(client));
    }

    /// Comes again, with new connections.
    Street anew() {
        return new Street(address, certificate);
    }

    String address() {
        return address;
    }

    X509Certificate certificate() {
        return certificate;
    }

    SSLContext trust() {
        return trusting(certificate);
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
        return answer(client, request("https://" + address + path, method, "{}", headers));
    }

    /// Posts a body of JSON.
    ///
    /// @param headers names and values in turn
    Heard send(String path, String body, String... headers) {
        return answer(client, request("https://" + address + path, "POST", body, headers));
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
        String host = address.substring(0, address.lastIndexOf(':'));
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

    private static String addressOf(KubernetesClient client) {
        String given = System.getProperty(SETTING, "");
        if (!given.isBlank()) {
            return given;
        }
        List<LoadBalancerIngress> doors =
                client.services()
                        .inNamespace(Cluster.NAMESPACE)
                        .withName("gateway")
                        .require()
                        .getStatus()
                        .getLoadBalancer()
                        .getIngress();
        if (doors.isEmpty()) {
            throw new IllegalStateException(
                    "the gateway has no address: kubectl -n payments port-forward service/gateway"
                            + " 8443:443, and -D%s=localhost:8443".formatted(SETTING));
        }
        LoadBalancerIngress door = doors.getFirst();
        return (door.getIp() == null ? door.getHostname() : door.getIp()) + ":443";
    }

    private static X509Certificate certificateOf(KubernetesClient client) {
        Secret secret =
                client.secrets()
                        .inNamespace(Cluster.NAMESPACE)
                        .withName("gateway-certificate")
                        .require();
        byte[] pem = Base64.getDecoder().decode(secret.getData().get("tls.crt"));
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("gateway-certificate", unreadable);
        }
    }

    private static SSLContext trusting(X509Certificate certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new OnlyThis(certificate)}, null);
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
