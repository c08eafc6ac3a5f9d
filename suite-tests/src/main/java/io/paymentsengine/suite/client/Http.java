package io.paymentsengine.suite.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/// Sends requests. Nothing is retried, because callers must notice that a connection broke.
public final class Http {

    /// Longer than the longest `Prefer: wait`; without it, a request that is never answered would block a
    /// journey forever.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final HttpClient PLAIN = builder().build();

    private Http() {}

    /// A client for services that answer without TLS.
    public static HttpClient plain() {
        return PLAIN;
    }

    /// A client that also speaks TLS, and only to trusted servers.
    public static HttpClient trusting(SSLContext trust) {
        return builder().sslContext(trust).build();
    }

    /// @throws UncheckedIOException if the connection broke; it is then unknown what became of the request
    static <T> HttpResponse<T> send(
            HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException broken) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
    }
}
