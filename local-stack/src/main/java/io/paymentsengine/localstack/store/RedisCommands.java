package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Two Redis commands that are simple enough to send without a client library.
public final class RedisCommands {

    private static final int PATIENCE_MILLIS = 5_000;

    private RedisCommands() {}

    /// Deletes everything that a server has.
    ///
    /// @throws IllegalStateException if the server doesn't confirm it
    public static void flush(Server server) {
        Optional<String> answer = ask(server.host(), server.port(), "FLUSHALL");
        if (!answer.equals(Optional.of("+OK"))) {
            throw new IllegalStateException("Redis was not flushed: " + answer);
        }
    }

    static boolean ping(String host, int port) {
        return ask(host, port, "PING").equals(Optional.of("+PONG"));
    }

    /// The first line of the answer, if there is one.
    private static Optional<String> ask(String host, int port, String command) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            return Optional.ofNullable(new BufferedReader(answer).readLine());
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }
}
