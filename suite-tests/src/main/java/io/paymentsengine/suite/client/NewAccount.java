package io.paymentsengine.suite.client;

import org.jspecify.annotations.Nullable;

/// A request to open an account.
public record NewAccount(
        String currency, String name, @Nullable String overdraftLimit, @Nullable String iban) {

    public static NewAccount in(String currency) {
        return new NewAccount(currency, "An account of a journey", null, null);
    }

    public NewAccount named(String other) {
        return new NewAccount(currency, other, overdraftLimit, iban);
    }

    public NewAccount withOverdraft(String limit) {
        return new NewAccount(currency, name, limit, iban);
    }

    public NewAccount withIban(String text) {
        return new NewAccount(currency, name, overdraftLimit, text);
    }
}
