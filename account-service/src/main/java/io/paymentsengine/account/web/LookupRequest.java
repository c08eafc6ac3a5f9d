package io.paymentsengine.account.web;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Accounts to look up, by id or IBAN.
record LookupRequest(@NotNull @Size(max = ACCOUNTS_MAX) List<@NotNull AccountReference> accounts) {

    /// Both sides of a full batch of payments.
    static final int ACCOUNTS_MAX = 1_000;
}
