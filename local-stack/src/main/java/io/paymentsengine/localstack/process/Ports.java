package io.paymentsengine.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// TCP ports on loopback.
public final class Ports {

    /// Below every system's ephemeral range: while a server is stopped, no outgoing connection can
    /// take its port, and no client can connect to itself.
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES_MAX = 1_000;

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /// By this JVM: who was given a port may not listen on it yet.
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /// A port that nobody listens on right now, and that nobody else in this JVM was given.
    public static int free() {
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && HANDED_OUT.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
    }

    /// Whether a server could listen on this port of loopback.
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Servers bind likewise: a port that only waits for old packets is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
