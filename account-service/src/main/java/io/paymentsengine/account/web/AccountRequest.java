package io.paymentsengine.account.web;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.Iban;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.platform.web.InputError;
import io.paymentsengine.platform.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request to open an account.
record AccountRequest(
        @Schema(example = "EUR", format = "iso-4217", pattern = "^[A-Z]{3}$") @NotNull
                String currency,
        @Schema(example = "Ann's savings") @NotNull @PlainText(min = 1, max = NAME_MAX) String name,
        @Schema(
                        example = "NL91ABNA0417164300",
                        description = "ISO 13616, without spaces",
                        format = "iban",
                        pattern = "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")
                @Nullable String iban,
        @Schema(
                        example = "250.00",
                        description = "How far below zero it may go; 0 if absent",
                        pattern = "^(0|[1-9][0-9]{0,18})(\\.[0-9]{1,4})?$")
                @Nullable String overdraftLimit) {

    /// As many characters as a payment's reference may have.
    static final int NAME_MAX = 140;

    Account toAccount(AccountKey key, Instant at) {
        Money nothing =
                InputError.reading("/currency", () -> Money.zero(Money.currencyOf(currency)));
        Optional<Iban> number =
                Optional.ofNullable(iban)
                        .map(text -> InputError.reading("/iban", () -> new Iban(text)));
        return InputError.reading(
                "/overdraftLimit",
                () ->
                        Account.open(
                                key,
                                name,
                                number,
                                overdraftLimit == null
                                        ? nothing
                                        : Money.parse(overdraftLimit, currency),
                                at));
    }
}
