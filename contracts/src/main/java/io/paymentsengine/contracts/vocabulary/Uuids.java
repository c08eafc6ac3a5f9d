package io.paymentsengine.contracts.vocabulary;

import java.util.UUID;

/// Reads identifiers strictly: [UUID#fromString] also takes shortened forms such as `1-1-1-1-1`.
final class Uuids {

    private static final int CANONICAL_LENGTH = 36;

    private Uuids() {}

    static UUID parse(String text) {
        if (text.length() != CANONICAL_LENGTH) {
            throw new IllegalArgumentException("must be a UUID of 36 characters");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("must be a UUID of 36 characters", malformed);
        }
    }
}
