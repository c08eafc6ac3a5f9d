package io.paymentsengine.account.web;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.Account.Kind;
import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.account.domain.Funds;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.web.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as its tenant sees it.
record AccountView(
        AccountId id,
        Kind kind,
        String currency,
        String name,
        @Nullable String iban,
        Status status,
        @Schema(description = "What its entries come to") Amount balance,
        @Schema(description = "Balance less reserved; below zero as far as the overdraft is used")
                Amount available,
        @Schema(description = "What standing reservations hold") Amount reserved,
        @Schema(description = "How far available may be below zero", example = "250.00")
                String overdraftLimit,
        Instant createdAt) {

    static AccountView of(Account account) {
        Funds funds = account.funds();
        Account.Profile profile = account.profile();
        return new AccountView(
                account.key().id(),
                profile.kind(),
                funds.currency().getCurrencyCode(),
                profile.name(),
                profile.iban().orElse(null),
                account.status(),
                Amount.of(funds.balance()),
                Amount.of(funds.available()),
                Amount.of(funds.reserved()),
                funds.overdraftLimit().decimal(),
                profile.createdAt());
    }
}
