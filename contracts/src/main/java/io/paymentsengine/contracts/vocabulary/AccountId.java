package io.paymentsengine.contracts.vocabulary;

import java.util.UUID;

/// Names one account of the ledger. A UUIDv7 (RFC 9562). Accounts are locked in the order in which the
/// database has them, which is by their bytes.
public record AccountId(UUID value) implements Comparable<AccountId> {

    /// Reads the canonical text form of a UUID.
    ///
    /// @throws IllegalArgumentException if the text is not one
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
