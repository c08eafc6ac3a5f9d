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

/// The part of account-service's REST API that this service uses. Timeouts and retries are left to
/// the mesh.
@HttpExchange("/api/v1/accounts")
interface AccountService {

    /// Maximum number of references in one request; account-service refuses more.
    int REFERENCES_MAX = 1_000;

    /// Returns those of these accounts that the tenant has.
    @PostExchange("/lookup")
    List<Found> lookup(@RequestHeader("x-tenant-id") String tenant, @RequestBody Asked asked);

    /// Body of a lookup.
    record Asked(List<AccountReference> accounts) {}

    /// One account in the response. If a required field is missing, the response can't be read.
    /// That is a fault of account-service, not of the payment in question.
    ///
    /// @param iban another name of the account, if it has one
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
