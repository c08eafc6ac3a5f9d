package io.paymentsengine.suite.mesh;

import java.util.List;
import java.util.Locale;

/// The stores that the services use, each with a request that it answers for any client that reaches it.
enum Stores {
    /// `SSLRequest`, which is answered with one letter.
    POSTGRES(5432, "0000000804d2162f"),

    /// `ApiVersions`, version 0, without a client id.
    KAFKA(9092, "0000000a0012000000000001ffff"),

    REDIS(6379, Call.hex("PING\r\n"));

    private final int port;
    private final String question;

    Stores(int port, String question) {
        this.port = port;
        this.question = question;
    }

    /// The name of its Service and of its pods' app label.
    String app() {
        return name().toLowerCase(Locale.ROOT);
    }

    int port() {
        return port;
    }

    /// The request, sent to its Service or to one of its pods.
    Call askedAt(String host) {
        return Call.tcp(host, port, question);
    }

    static List<Stores> all() {
        return List.of(values());
    }
}
