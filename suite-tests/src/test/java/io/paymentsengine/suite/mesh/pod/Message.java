package io.paymentsengine.suite.mesh.pod;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A Protocol Buffers message whose fields are accessed by number.
final class Message {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_AND_BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer bytes;

    private Message(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Message of(byte[] bytes) {
        return new Message(ByteBuffer.wrap(bytes));
    }

    /// Every field with this number that is a message, a string or bytes.
    List<Message> all(int number) {
        List<Message> found = new ArrayList<>();
        ByteBuffer rest = bytes.duplicate();
        while (rest.hasRemaining()) {
            long key = varint(rest);
            int length =
                    switch ((int) key & 7) {
                        case VARINT -> lengthOfVarint(rest);
                        case EIGHT_BYTES -> 8;
                        case LENGTH_AND_BYTES -> (int) varint(rest);
                        case FOUR_BYTES -> 4;
                        default -> throw new IllegalArgumentException("wire type of " + key);
                    };
            if (key >>> 3 == number && (key & 7) == LENGTH_AND_BYTES) {
                found.add(new Message(rest.slice(rest.position(), length)));
            }
            rest.position(rest.position() + length);
        }
        return found;
    }

    /// The fields at the end of a path of several levels.
    List<Message> all(int number, int... deeper) {
        List<Message> found = all(number);
        for (int level : deeper) {
            found = found.stream().flatMap(each -> each.all(level).stream()).toList();
        }
        return found;
    }

    String text() {
        return new String(content(), StandardCharsets.UTF_8);
    }

    String hex() {
        return HexFormat.of().formatHex(content());
    }

    private byte[] content() {
        byte[] content = new byte[bytes.remaining()];
        bytes.duplicate().get(content);
        return content;
    }

    private static int lengthOfVarint(ByteBuffer rest) {
        int length = 1;
        while (rest.get(rest.position() + length - 1) < 0) {
            length++;
        }
        return length;
    }

    private static long varint(ByteBuffer rest) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = rest.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
