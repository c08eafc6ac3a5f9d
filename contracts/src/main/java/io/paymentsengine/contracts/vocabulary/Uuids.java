package io.paymentsengine.contracts.vocabulary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Parses identifiers strictly: [UUID#fromString] also accepts components of other lengths, such as
/// `1-1-1-1-1`.
final class Uuids {

    private Uuids() {}

    static UUID parse(String text) {
        UUID uuid = lenient(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw malformed(null);
        }
        return uuid;
    }

    /// Whether the text is a UUID exactly as [UUID#toString] writes it.
    static boolean isCanonical(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static UUID lenient(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw malformed(none);
        }
    }

    private static IllegalArgumentException malformed(@Nullable IllegalArgumentException cause) {
        return new IllegalArgumentException("must be a UUID of 36 characters", cause);
    }
}
