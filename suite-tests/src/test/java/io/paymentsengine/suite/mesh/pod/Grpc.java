package io.paymentsengine.suite.mesh.pod;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;

/// The minimum of gRPC over HTTP/2 without TLS that is needed to receive messages and to acknowledge them. It
/// ignores headers, so all methods are treated alike.
final class Grpc {

    private static final int PREFACE = 24;

    /// Frame types.
    private static final int DATA = 0;

    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;

    /// Frame flags.
    private static final int ACK = 1;

    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PADDED = 8;

    /// Each message is preceded by a byte for compression and four bytes for its length.
    private static final int BEFORE_MESSAGE = 5;

    /// `:status: 200`, `content-type: application/grpc`
    private static final byte[] WELL =
            HexFormat.of().parseHex("880f10106170706c69636174696f6e2f67727063");

    /// `grpc-status: 0`
    private static final byte[] DONE = HexFormat.of().parseHex("000b677270632d7374617475730130");

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Consumer<byte[]> receiver;
    private final Map<Integer, ByteArrayOutputStream> requests = new HashMap<>();

    private Grpc(Socket socket, Consumer<byte[]> receiver) throws IOException {
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
        this.receiver = receiver;
    }

    /// Passes each message on; never returns.
    static void serve(int port, Consumer<byte[]> receiver) throws IOException {
        try (ServerSocket door = new ServerSocket(port)) {
            while (!door.isClosed()) {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> serve(socket, receiver));
            }
        }
    }

    private static void serve(Socket socket, Consumer<byte[]> receiver) {
        try (socket) {
            new Grpc(socket, receiver).converse();
        } catch (IOException gone) {
            System.err.println(socket + " was closed: " + gone);
        }
    }

    private void converse() throws IOException {
        in.readFully(new byte[PREFACE]);
        write(SETTINGS, 0, 0);
        while (true) {
            int lengthAndKind = in.readInt();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] content = new byte[lengthAndKind >>> Byte.SIZE];
            in.readFully(content);
            hear(lengthAndKind & 0xff, flags, stream, content);
        }
    }

    private void hear(int kind, int flags, int stream, byte... content) throws IOException {
        switch (kind) {
            case SETTINGS, PING -> {
                if ((flags & ACK) == 0) {
                    write(kind, ACK, stream, kind == PING ? content : new byte[0]);
                }
            }
            case DATA -> take(flags, stream, content);
            default -> {
                // headers are not needed
            }
        }
    }

    private void take(int flags, int stream, byte... content) throws IOException {
        boolean padded = (flags & PADDED) != 0;
        requests.computeIfAbsent(stream, _ -> new ByteArrayOutputStream())
                .writeBytes(
                        padded
                                ? Arrays.copyOfRange(content, 1, content.length - content[0])
                                : content);
        if (content.length > 0) {
            write(WINDOW_UPDATE, 0, 0, bytes(content.length));
        }
        if ((flags & END_STREAM) != 0) {
            byte[] request = requests.remove(stream).toByteArray();
            receiver.accept(Arrays.copyOfRange(request, BEFORE_MESSAGE, request.length));
            write(HEADERS, END_HEADERS, stream, WELL);
            write(DATA, 0, stream, new byte[BEFORE_MESSAGE]);
            write(HEADERS, END_HEADERS | END_STREAM, stream, DONE);
        } else if (content.length > 0) {
            write(WINDOW_UPDATE, 0, stream, bytes(content.length));
        }
    }

    private void write(int kind, int flags, int stream, byte... content) throws IOException {
        out.writeInt(content.length << Byte.SIZE | kind);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(content);
        out.flush();
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
