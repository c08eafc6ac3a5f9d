package io.paymentsengine.contracts.vocabulary;

import java.util.UUID;
import java.util.regex.Pattern;

/// Reads identifiers strictly: [UUID#fromString] also takes shortened forms such as `1-1-1-1-1`, and
/// pads them to any length.
final class Uuids {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    static UUID parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a UUID of 36 characters");
        }
        return UUID.fromString(text);
    }
}
