package io.paymentsengine.suite.mesh.pod;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A server that speaks only TLS, as hosts outside the mesh do.
final class Tls {

    /// The file with its key and certificate, which only such a server has.
    static final Path KEYS = Path.of("/conformance/keys.p12");

    static final int PORT = 8443;

    /// The password need not be secret, because the key lives only as long as a test.
    private static final char[] PASSWORD = "conformance".toCharArray();

    private Tls() {}

    static HttpServer server(int backlog) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(PORT), backlog);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        return server;
    }

    /// The TLS version and the requested server names, if the request came over TLS.
    static Optional<String> of(HttpExchange exchange) {
        if (exchange instanceof HttpsExchange tls
                && tls.getSSLSession() instanceof ExtendedSSLSession session) {
            return Optional.of(session.getProtocol() + " " + session.getRequestedServerNames());
        }
        return Optional.empty();
    }

    private static SSLContext context() throws IOException {
        try (InputStream file = Files.newInputStream(KEYS)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD);
            KeyManagerFactory managers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }
}
