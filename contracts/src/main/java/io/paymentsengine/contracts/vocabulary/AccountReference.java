package io.paymentsengine.contracts.vocabulary;

import java.util.Optional;
import java.util.regex.Pattern;

/// How a payment refers to an account: by its id, or by the IBAN (ISO 13616) of the account. This
/// type checks only the format of an IBAN; its check digits are checked by a validation rule.
public record AccountReference(String value) implements Comparable<AccountReference> {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    public AccountReference {
        if (!Uuids.isCanonical(value) && !IBAN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be an account id (a UUID in lower case) or an IBAN without spaces");
        }
    }

    /// A reference to an account by its id.
    public static AccountReference to(AccountId account) {
        return new AccountReference(account.toString());
    }

    /// The account id, or empty if this is an IBAN.
    public Optional<AccountId> accountId() {
        return isIban() ? Optional.empty() : Optional.of(AccountId.of(value));
    }

    /// Whether this refers to the account by IBAN.
    public boolean isIban() {
        return value.charAt(0) >= 'A' && value.charAt(0) <= 'Z';
    }

    @Override
    public int compareTo(AccountReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
