package io.paymentsengine.account;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.ids.Ids;
import java.util.UUID;

/// Statements for the ledger in plain SQL, for STD-001 and in euros.
final class LedgerSql {

    /// When everything is booked: ahead of any clock.
    static final String AT = "2100-01-01T00:00:00.000Z";

    private LedgerSql() {}

    /// Holds this many cents of an account.
    static String hold(UUID payment, AccountId account, long amount) {
        return """
               INSERT INTO reservation (tenant_id, payment_id, account_id, amount, currency, state,
                   created_at)
               VALUES ('STD-001', '%s', '%s', %d, 'EUR', 'HELD', now())
               """
                .formatted(payment, account, amount);
    }

    /// A transfer without entries.
    static String transfer(UUID id) {
        return """
               INSERT INTO transfer (tenant_id, id, kind, at)
               VALUES ('STD-001', '%s', 'DEPOSIT', '%s')
               """
                .formatted(id, AT);
    }

    /// Entries, in one statement.
    static String entries(String... rows) {
        return "INSERT INTO entry (tenant_id, account_id, at, seq, id, transfer_id, amount,"
                + " currency, balance_after) VALUES "
                + String.join(", ", rows);
    }

    static String entry(
            AccountId account, UUID transfer, long sequence, long amount, long balanceAfter) {
        return "('STD-001', '%s', '%s', %d, '%s', '%s', %d, 'EUR', %d)"
                .formatted(account, AT, sequence, Ids.next(), transfer, amount, balanceAfter);
    }
}
