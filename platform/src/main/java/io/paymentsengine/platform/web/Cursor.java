package io.paymentsengine.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// The end of a page, encoded as opaque text. A cursor is bound to its list: one that was tampered
/// with, or that comes from another list, other filters or another tenant, is refused. The check
/// protects against mistakes and is not a cryptographic seal. It need not be one: a cursor only
/// says where to continue in rows that are the tenant's own.
final class Cursor {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{23,1024}");
    private static final int CHECK_LENGTH = 16;

    private Cursor() {}

    static String encode(String list, String position) {
        String text = check(list, position) + position;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Returns the position.
    ///
    /// @throws IllegalArgumentException if it is not a cursor of this list
    static String decode(String list, String cursor) {
        String text = FORM.matcher(cursor).matches() ? text(cursor) : "";
        if (text.length() <= CHECK_LENGTH) {
            throw foreign();
        }
        String position = text.substring(CHECK_LENGTH);
        if (!encode(list, position).equals(cursor)) {
            throw foreign();
        }
        return position;
    }

    private static String text(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notWhole) {
            throw foreign();
        }
    }

    private static String check(String list, String position) {
        return Fingerprint.of(list, position).sha256().substring(0, CHECK_LENGTH);
    }

    private static IllegalArgumentException foreign() {
        return new IllegalArgumentException("must be the cursor of the page before, unchanged");
    }
}
