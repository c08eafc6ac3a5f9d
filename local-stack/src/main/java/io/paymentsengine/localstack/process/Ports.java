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

    /// The ports that this JVM has handed out. Some may not be listened on yet.
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /// A port on which nothing listens now, and which has not been handed out in this JVM before.
    ///
    /// @throws IllegalStateException if there is no such port
    public static int free() {
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && HANDED_OUT.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
    }

    /// Whether a server could listen on this port on loopback.
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Servers set this option too, so a port in TIME_WAIT counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
