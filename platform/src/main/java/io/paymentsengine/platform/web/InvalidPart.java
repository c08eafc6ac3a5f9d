package io.paymentsengine.platform.web;

/// A value object's refusal that names which of its parts is to blame.
final class InvalidPart extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String part;

    InvalidPart(String part, String message) {
        super(message);
        this.part = part;
    }

    String pointer() {
        return Pointer.name(part);
    }
}
