package io.paymentsengine.platform.tenancy;

import org.springframework.transaction.CannotCreateTransactionException;

/// Too many requests are using the database already. The transaction was not begun and nothing was stored;
/// the caller may try again.
public final class TransactionLimitException extends CannotCreateTransactionException {

    private static final long serialVersionUID = 1L;

    TransactionLimitException() {
        super("Too many transactions of tenants are running");
    }
}
