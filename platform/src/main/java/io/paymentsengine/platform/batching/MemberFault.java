package io.paymentsengine.platform.batching;

/// A fault of one member of a batch that has a word of its own: whoever sets the member aside says it.
public class MemberFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param reason a stable word for programs, such as `unknown-tenant`
    /// @param detail a sentence for people
    public MemberFault(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /// The word for it.
    public String reason() {
        return reason;
    }
}
