package io.paymentsengine.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 hash of a name and its parts: the same for the same parts, different for any others. A
/// [Cursor] uses it as its check.
///
/// @param sha256 64 hexadecimal digits
public record Fingerprint(String sha256) {

    private static final int ABSENT = -1;

    /// The fingerprint of a name and its parts. Each part is hashed together with its length, so that
    /// different lists of parts never look alike; an absent part differs from an empty one.
    public static Fingerprint of(String name, @Nullable Object... parts) {
        MessageDigest digest = newDigest();
        add(digest, name);
        for (Object part : parts) {
            add(digest, part);
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(MessageDigest digest, @Nullable Object part) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        digest.update(length(part == null ? ABSENT : bytes.length));
        if (part != null) {
            digest.update(bytes);
        }
    }

    private static ByteBuffer length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).flip();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
