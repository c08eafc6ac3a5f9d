package io.paymentsengine.suite.mesh;

import java.util.List;
import java.util.Locale;

/// The stores beside the services, and something that each answers to whoever reaches it.
enum Stores {
    /// "May this be TLS?", which is answered with one letter.
    POSTGRES(5432, "0000000804d2162f"),

    /// `ApiVersions`, version 0, without a client's name.
    KAFKA(9092, "0000000a0012000000000001ffff"),

    REDIS(6379, Call.hex("PING\r\n"));

    private final int port;
    private final String question;

    Stores(int port, String question) {
        this.port = port;
        this.question = question;
    }

    /// The name of its service, and of its pods.
    String app() {
        return name().toLowerCase(Locale.ROOT);
    }

    int port() {
        return port;
    }

    /// The question to it, at its service or at one of its pods.
    Call askedAt(String host) {
        return Call.tcp(host, port, question);
    }

    static List<Stores> all() {
        return List.of(values());
    }
}
