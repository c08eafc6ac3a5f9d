package io.paymentsengine.account.web;

import io.paymentsengine.account.application.Directory.Listing;
import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;

/// An account that was found under the reference by which it was asked for.
record LookupView(AccountReference reference, AccountId id, Status status, String currency) {

    static LookupView of(Listing listing) {
        return new LookupView(
                listing.reference(),
                listing.account().key().id(),
                listing.account().status(),
                listing.account().funds().currency().getCurrencyCode());
    }
}
