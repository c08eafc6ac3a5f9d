package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.process.ProcessServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests a link to an echo server.
class LinkIT {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral(ProcessServer.LOOPBACK);
    private static final int LONG_MILLIS = 5_000;
    private static final int SHORT_MILLIS = 200;

    private final int port = Ports.free();
    private ServerSocket server;
    private Link link;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, LOOPBACK);
        Thread.startVirtualThread(this::serve);
        link = Link.between(port, server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        server.close();
    }

    @Test
    void open_it_carries_both_ways() throws IOException {
        try (Socket client = connect()) {
            say(client, "question");
            assertThat(hear(client, 8)).isEqualTo("question");
        }
        assertThat(link.hurt()).isZero();
    }

    @Test
    void slow_it_keeps_the_order_also_of_what_comes_later() throws IOException {
        try (Socket client = connect()) {
            link.become(Link.Mood.SLOW);
            say(client, "one ");
            say(client, "two ");
            await().until(() -> link.hurt() > 0);
            link.become(Link.Mood.OPEN);
            say(client, "three");
            assertThat(hear(client, 13)).isEqualTo("one two three");
        }
    }

    @Test
    void cut_it_ends_connections_old_and_new() throws IOException {
        try (Socket client = connect()) {
            say(client, "a");
            assertThat(hear(client, 1)).isEqualTo("a");
            link.become(Link.Mood.CUT);
            assertThat(isEnded(client)).isTrue();
            try (Socket late = connect()) {
                assertThat(isEnded(late)).isTrue();
            }
        }
        assertThat(link.hurt()).isPositive();
    }

    @Test
    void deaf_it_asks_and_loses_the_answer_and_then_the_connection() throws IOException {
        try (Socket client = connect()) {
            link.become(Link.Mood.DEAF);
            say(client, "question");
            client.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketTimeoutException.class);
            assertThat(link.hurt()).isPositive();
            client.setSoTimeout(LONG_MILLIS);
            link.become(Link.Mood.OPEN);
            assertThat(isEnded(client)).isTrue();
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(LOOPBACK, port);
        client.setSoTimeout(LONG_MILLIS);
        return client;
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hear(Socket client, int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    /// Whether the connection was closed, properly or by a reset.
    private static boolean isEnded(Socket client) throws IOException {
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.startVirtualThread(() -> sayBack(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void sayBack(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException ended) {
            // the client has closed the connection
            return;
        }
    }
}
