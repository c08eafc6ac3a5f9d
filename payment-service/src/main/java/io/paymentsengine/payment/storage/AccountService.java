package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/// The part of account-service's REST API that this service uses. Timeouts and retries are left to
/// the mesh.
interface AccountService {

    @GetExchange("/api/v1/accounts")
    Page list(
            @RequestHeader(Headers.TENANT) String tenant,
            @RequestParam("status") String status,
            @RequestParam("limit") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// A page of accounts.
    record Page(List<Account> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /// The fields of an account that are used here.
    record Account(AccountId id, String name, Amount available) {}
}
