package io.paymentsengine.contracts.vocabulary;

import java.util.UUID;

/// Identifies a ledger account. A UUIDv7 (RFC 9562). Accounts are locked in the order in which the
/// database sorts them, which is by their bytes.
public record AccountId(UUID value) implements Comparable<AccountId> {

    /// Parses the canonical text form of a UUID.
    ///
    /// @throws IllegalArgumentException if the text is not in that form
    public static AccountId of(String text) {
        return new AccountId(Uuids.parse(text));
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
