package io.paymentsengine.platform.json;

/// Text that can be stored, logged and sent on as it is. Control characters forge log lines and NUL
/// is refused by PostgreSQL; an unpaired surrogate is no character at all and turns into `?` in
/// UTF-8.
public final class PlainStrings {

    private PlainStrings() {}

    /// The text itself, if it is safe.
    ///
    /// @throws IllegalArgumentException if it has a control character or an unpaired surrogate
    public static String checked(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            switch (Character.getType(text.codePointAt(at))) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        throw new IllegalArgumentException("must not have control characters");
                case Character.SURROGATE ->
                        throw new IllegalArgumentException("must not have unpaired surrogates");
                default -> {}
            }
        }
        return text;
    }
}
