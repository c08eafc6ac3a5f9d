package io.paymentsengine.platform.json;

/// Checks that text can be stored, logged and forwarded as it is. Control characters forge log
/// lines, and PostgreSQL refuses NUL. An unpaired surrogate is not a character and becomes `?` in
/// UTF-8.
public final class PlainStrings {

    private PlainStrings() {}

    /// Returns the text unchanged if it is safe.
    ///
    /// @throws IllegalArgumentException if it contains a control character, a line or paragraph
    ///     separator, or an unpaired surrogate
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
