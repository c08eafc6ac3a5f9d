package io.paymentsengine.platform.web;

/// Thrown by a value object that refuses its input, to name the part that is invalid.
public final class InvalidPart extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String part;

    /// @param part the name of the part on the wire, such as `value` of an amount
    /// @param message what the part must be
    public InvalidPart(String part, String message) {
        super(message);
        this.part = part;
    }

    String pointer() {
        return Pointer.name(part);
    }
}
