package io.paymentsengine.platform.messaging;

/// A message that can't be read. Never thrown past the listener: the message becomes a dead letter.
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Unreadable(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /// A stable code for programs.
    String reason() {
        return reason;
    }

    /// A sentence for humans.
    String detail() {
        return String.valueOf(getMessage());
    }
}
