package io.paymentsengine.platform.web;

/// A value object's refusal that names which of its parts is to blame.
public final class InvalidPart extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String part;

    /// @param part the name of the part on the wire, such as `value` of an amount
    /// @param message what it must be
    public InvalidPart(String part, String message) {
        super(message);
        this.part = part;
    }

    String pointer() {
        return Pointer.name(part);
    }
}
