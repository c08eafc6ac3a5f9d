package io.paymentsengine.account.web;

import io.paymentsengine.account.application.Directory.Listing;
import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import org.jspecify.annotations.Nullable;

/// An account, with the reference by which it was requested.
///
/// @param iban names the account as well as its id does, if it has one
record LookupView(
        AccountReference reference,
        AccountId id,
        @Nullable String iban,
        Status status,
        String currency) {

    static LookupView of(Listing listing) {
        return new LookupView(
                listing.reference(),
                listing.account().key().id(),
                listing.account().profile().iban().orElse(null),
                listing.account().status(),
                listing.account().funds().currency().getCurrencyCode());
    }
}
