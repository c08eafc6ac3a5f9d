package io.paymentsengine.validation.storage;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.validation.domain.Account;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// account-service's REST API, as far as it is asked. How long it may take, and whether it is asked
/// again, is the mesh's to decide.
@HttpExchange("/api/v1/accounts")
interface AccountService {

    /// What one question may be about: account-service refuses more.
    int REFERENCES_MAX = 1_000;

    /// What the tenant has of these accounts.
    @PostExchange("/lookup")
    List<Found> lookup(@RequestHeader("x-tenant-id") String tenant, @RequestBody Asked asked);

    /// The question.
    record Asked(List<AccountReference> accounts) {}

    /// One account of the answer. An answer that lacks something can't be read, which is the
    /// neighbour's fault and not that of the payment that it is about.
    ///
    /// @param iban what else the account is named by, if anything
    record Found(
            AccountReference reference,
            AccountId id,
            @Nullable AccountReference iban,
            Account.Status status,
            Currency currency) {

        public Found {
            requireNonNull(reference, "reference");
            requireNonNull(id, "id");
            requireNonNull(status, "status");
            requireNonNull(currency, "currency");
        }

        Account toAccount() {
            return new Account(id, Optional.ofNullable(iban), status, currency);
        }
    }
}
