package io.paymentsengine.account.domain;

import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Accounts and payments for tests, with defaults for what doesn't matter.
final class TestAccounts {

    static final TenantId TENANT = new TenantId("STD-001");
    static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    private TestAccounts() {}

    static AccountId accountId(long number) {
        return new AccountId(new UUID(0, number));
    }

    static PaymentKey payment(long number) {
        return new PaymentKey(TENANT, new PaymentId(new UUID(1, number)));
    }

    static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    /// An open account in euros.
    static Account account(AccountId id, long balance) {
        return account(id, balance, 0);
    }

    static Account account(AccountId id, long balance, long overdraftLimit) {
        Account empty =
                Account.open(
                        new AccountKey(TENANT, id),
                        "Somebody",
                        Optional.empty(),
                        eur(overdraftLimit),
                        OPENED);
        return balance == 0 ? empty : empty.book(eur(balance), OPENED);
    }

    static Account with(Status status, Account account) {
        return new Account(
                account.key(),
                account.profile(),
                status,
                account.funds(),
                account.entries(),
                account.lastEntryAt());
    }
}
