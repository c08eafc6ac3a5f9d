package io.paymentsengine.platform.tenancy;

import org.springframework.transaction.CannotCreateTransactionException;

/// Too many requests are at the database already. The transaction was not begun: nothing was stored, and the
/// caller may come again.
public final class Crowded extends CannotCreateTransactionException {

    private static final long serialVersionUID = 1L;

    Crowded() {
        super("Too many requests are at the database");
    }
}
