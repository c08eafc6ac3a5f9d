package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/// Tests that clients cannot exhaust the gateway before they are authenticated.
@Promise("Ingress: limits on slow requests, silence, requests per connection, and connections")
class GatewayLimitsIT {

    private static final String[] STD = {"x-tenant-id", "STD-001"};
    private static final int STREAMS_MAX = 100;
    private static final int CONNECTIONS_MAX = 3_000;
    private static final int TOO_MANY = 200;

    /// More than the gateway's timeout for headers, and less than that for a whole request.
    private static final Duration HEADERS_MAX = Duration.ofSeconds(13);

    /// More than the gateway's timeout for a whole request, and less than a service's.
    private static final Duration REQUEST_MAX = Duration.ofSeconds(25);

    /// A minute, plus the time to open all connections.
    private static final Duration SILENCE_MAX = Duration.ofSeconds(100);

    /// RFC 9113, sections 3.4 and 6.5: the client's connection preface, followed by an empty SETTINGS frame.
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private static final byte[] NO_SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    private static final int SETTINGS = 4;
    private static final int MAX_CONCURRENT_STREAMS = 3;

    private final Mesh mesh;

    GatewayLimitsIT(Mesh mesh) {
        this.mesh = mesh;
    }

    @Test
    void headers_that_never_end_are_not_waited_for(Proof proof) throws IOException {
        proof.did("a request with endless headers");
        assertIsNotWaitedFor(
                "GET /api/v1/payments HTTP/1.1\r\nhost: a\r\nx-slow: ", HEADERS_MAX, proof);
    }

    /// Otherwise the request would hold resources of a service for just as long.
    @Test
    void a_body_that_never_ends_is_not_waited_for(Proof proof) throws IOException {
        proof.did("a request with an endless body");
        assertIsNotWaitedFor(
                """
                POST /api/v1/payments HTTP/1.1\r
                host: a\r
                x-tenant-id: STD-001\r
                content-type: application/json\r
                content-length: 100\r
                \r
                {""",
                REQUEST_MAX,
                proof);
    }

    @Test
    void a_connection_has_so_many_requests_open_and_no_more(Proof proof) throws IOException {
        try (SSLSocket many = mesh.gateway().connected("h2")) {
            many.getOutputStream().write(PREFACE.getBytes(StandardCharsets.US_ASCII));
            many.getOutputStream().write(NO_SETTINGS);
            long streams = maxConcurrentStreams(new DataInputStream(many.getInputStream()));

            proof.did("an HTTP/2 connection").measured("%d concurrent streams allowed", streams);
            assertThat(streams).isEqualTo(STREAMS_MAX);
        }
    }

    @Test
    void there_are_so_many_connections_and_no_more(Proof proof) throws IOException {
        GatewayClient customer = mesh.gateway().anew();
        assertThat(customer.get("/api/v1/payments", STD).status()).isEqualTo(200);
        long before = sentAway();
        try (Crowd crowd = Crowd.at(mesh.gateway().place())) {
            Mesh.await("excess connections are closed")
                    .until(() -> sentAway() - before >= TOO_MANY);

            Heard heard = customer.get("/api/v1/payments", STD);
            proof.did("%d silent connections", crowd.connections().size())
                    .measured(
                            "%d closed; an earlier client got %d",
                            sentAway() - before, heard.status());
            assertThat(heard.status()).isEqualTo(200);
        }
    }

    /// Uses the port without TLS, because Istio itself closes connections that do not begin a handshake, and
    /// does so sooner.
    @Test
    void who_says_nothing_makes_room_for_others(Proof proof) throws IOException {
        long before = sentAway();
        long start = System.nanoTime();
        try (Crowd crowd = Crowd.at(mesh.gateway().plainPlace())) {
            Mesh.await("the gateway is full").until(() -> sentAway() - before >= TOO_MANY);
            Mesh.await("all are closed").atMost(SILENCE_MAX).until(crowd::isSentAway);

            Heard heard = mesh.gateway().anew().get("/api/v1/payments", STD);
            proof.did("%d silent connections that stay open", crowd.connections().size())
                    .measured(
                            "all closed after %.1f s; a new client got %d",
                            (System.nanoTime() - start) / 1_000_000_000.0, heard.status());
            assertThat(heard.status()).isEqualTo(200);
        }
    }

    /// Connections that are opened and left idle.
    private record Crowd(List<SocketChannel> connections) implements AutoCloseable {

        static Crowd at(InetSocketAddress place) throws IOException {
            Crowd crowd = new Crowd(new ArrayList<>());
            try {
                for (int i = 0; i < CONNECTIONS_MAX + TOO_MANY; i++) {
                    SocketChannel one = SocketChannel.open(place);
                    crowd.connections.add(one);
                    one.configureBlocking(false);
                }
            } catch (IOException failed) {
                crowd.close();
                throw failed;
            }
            return crowd;
        }

        boolean isSentAway() {
            return connections.stream().allMatch(Crowd::isClosed);
        }

        private static boolean isClosed(SocketChannel one) {
            try {
                return one.read(ByteBuffer.allocate(1)) < 0;
            } catch (IOException _) {
                return true;
            }
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel one : connections) {
                one.close();
            }
        }
    }

    /// Sends one character each second, without end.
    private void assertIsNotWaitedFor(String beginning, Duration max, Proof proof)
            throws IOException {
        try (SSLSocket slow = mesh.gateway().connected("http/1.1")) {
            long start = System.nanoTime();
            slow.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            slow.setSoTimeout(1_000);
            String answer = answerWithin(max, slow);

            proof.measured(
                    "%s, after %.1f s", answer, (System.nanoTime() - start) / 1_000_000_000.0);
            assertThat(answer).contains(" 408 ");
        }
    }

    private static String answerWithin(Duration patience, SSLSocket slow) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            try {
                return firstLine(slow);
            } catch (SocketTimeoutException nothingYet) {
                slow.getOutputStream().write(' ');
            }
        }
        return "no answer";
    }

    private long sentAway() {
        return mesh.counted("gateway", "downstream_global_cx_overflow");
    }

    private static String firstLine(SSLSocket socket) throws IOException {
        return Objects.requireNonNullElse(
                new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine(),
                "closed");
    }

    /// The value in the server's first frame; 0 if it is not set there.
    private static long maxConcurrentStreams(DataInputStream frames) throws IOException {
        int length = frames.readUnsignedByte() << 16 | frames.readUnsignedShort();
        assertThat(frames.readUnsignedByte()).isEqualTo(SETTINGS);
        frames.skipNBytes(5);
        long streams = 0;
        for (int read = 0; read < length; read += 6) {
            int setting = frames.readUnsignedShort();
            long value = Integer.toUnsignedLong(frames.readInt());
            streams = setting == MAX_CONCURRENT_STREAMS ? value : streams;
        }
        return streams;
    }
}
