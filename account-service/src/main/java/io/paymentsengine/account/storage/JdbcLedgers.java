package io.paymentsengine.account.storage;

import static io.paymentsengine.platform.sql.SqlArrays.longs;
import static io.paymentsengine.platform.sql.SqlArrays.texts;

import io.paymentsengine.account.application.Ledgers;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.account.domain.Reservation;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.account.domain.Transfer.Cause;
import io.paymentsengine.account.domain.Transfer.Entry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The books in PostgreSQL: two statements to open them, at most four to write what has changed.
/// Balances and reserved amounts are not written here but maintained by triggers. Each row is
/// looked up by its key, whatever the planner thinks of the table.
@Repository
class JdbcLedgers implements Ledgers {

    private final JdbcClient jdbc;

    JdbcLedgers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Reservations are read after the accounts are locked, because the lock on an account protects
    /// its reservations too.
    @Override
    public Books open(Set<AccountKey> accounts, Set<PaymentKey> payments) {
        List<Account> locked = lock(accounts);
        return new Books(locked, payments.isEmpty() ? List.of() : read(payments));
    }

    /// Updates existing reservations first, then books transfers, then inserts new reservations, so
    /// that no account is below its limit in between.
    @Override
    public void write(Books.Changes changes, Instant at) {
        if (!changes.moved().isEmpty()) {
            update(rowsOf(changes.moved()), at);
        }
        if (!changes.transfers().isEmpty()) {
            insertTransfers(changes.transfers());
            insertEntries(changes.transfers());
        }
        if (!changes.opened().isEmpty()) {
            insert(rowsOf(changes.opened()), at);
        }
    }

    private List<Account> lock(Set<AccountKey> accounts) {
        return jdbc.sql(
                        """
                        SELECT %s
                        FROM (SELECT tenant, account_id
                              FROM unnest(:tenants, :ids::uuid[]) AS asked (tenant, account_id)
                              ORDER BY tenant, account_id) AS named
                        CROSS JOIN LATERAL (
                            SELECT * FROM account
                            WHERE tenant_id = named.tenant AND id = named.account_id
                            FOR UPDATE) AS account
                        """
                                .formatted(AccountRow.COLUMNS))
                .param("tenants", texts(accounts, AccountKey::tenant))
                .param("ids", texts(accounts, AccountKey::id))
                .query(AccountRow::read)
                .list();
    }

    private List<Reservation> read(Set<PaymentKey> payments) {
        return jdbc.sql(
                        """
                        SELECT reservation.*
                        FROM unnest(:tenants, :payments::uuid[]) AS named (tenant, payment)
                        CROSS JOIN LATERAL (
                            SELECT * FROM reservation
                            WHERE tenant_id = named.tenant AND payment_id = named.payment
                            OFFSET 0) AS reservation
                        """)
                .param("tenants", texts(payments, PaymentKey::tenant))
                .param("payments", texts(payments, PaymentKey::id))
                .query(ReservationRow::read)
                .list();
    }

    private void insert(List<ReservationRow> rows, Instant at) {
        columnsOf(
                        rows,
                        at,
                        """
                        INSERT INTO reservation (tenant_id, payment_id, account_id, amount,
                            currency, state, creditor_id, reason_code, reason_detail, ended_at,
                            created_at)
                        SELECT *, :at
                        FROM unnest(:tenants, :payments::uuid[], :debtors::uuid[],
                            :amounts::bigint[], :currencies, :states, :creditors::uuid[], :codes,
                            :details, :ends::timestamptz[])
                        """)
                .param("debtors", texts(rows, ReservationRow::debtor))
                .param("amounts", texts(rows, ReservationRow::minorUnits))
                .param("currencies", texts(rows, ReservationRow::currency))
                .update();
    }

    /// Only a reservation that is still held is updated. A transaction that updated it in the
    /// meantime has named another debtor, and then the batch has to be handled again.
    private void update(List<ReservationRow> rows, Instant at) {
        int moved =
                columnsOf(
                                rows,
                                at,
                                """
                                UPDATE reservation
                                SET state = named.state, creditor_id = named.creditor_id,
                                    reason_code = named.code, reason_detail = named.detail,
                                    ended_at = named.ended_at
                                FROM unnest(:tenants, :payments::uuid[], :states,
                                         :creditors::uuid[], :codes, :details,
                                         :ends::timestamptz[])
                                     AS named (tenant, payment, state, creditor_id, code,
                                         detail, ended_at)
                                CROSS JOIN LATERAL (
                                    SELECT tableoid AS part, ctid AS place FROM reservation
                                    WHERE tenant_id = named.tenant
                                      AND payment_id = named.payment
                                      AND reservation.state = 'HELD'
                                    OFFSET 0) AS held
                                WHERE reservation.tableoid = held.part
                                  AND reservation.ctid = held.place
                                """)
                        .update();
        if (moved != rows.size()) {
            throw new OptimisticLockingFailureException("a reservation was moved by another batch");
        }
    }

    private JdbcClient.StatementSpec columnsOf(List<ReservationRow> rows, Instant at, String sql) {
        return jdbc.sql(sql)
                .param("tenants", texts(rows, row -> row.payment().tenant()))
                .param("payments", texts(rows, row -> row.payment().id()))
                .param("states", texts(rows, ReservationRow::state))
                .param("creditors", texts(rows, ReservationRow::creditor))
                .param("codes", texts(rows, ReservationRow::reasonCode))
                .param("details", texts(rows, ReservationRow::reasonDetail))
                .param("ends", texts(rows, row -> row.isHeld() ? null : at))
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    private void insertTransfers(List<Transfer> transfers) {
        jdbc.sql(
                        """
                        INSERT INTO transfer (tenant_id, id, kind, deposit_key, at)
                        SELECT * FROM unnest(:tenants, :ids::uuid[], :kinds, :keys,
                            :times::timestamptz[])
                        """)
                .param("tenants", texts(transfers, each -> each.debit().account().tenant()))
                .param("ids", texts(transfers, Transfer::id))
                .param("kinds", texts(transfers, each -> kindOf(each.cause())))
                .param("keys", texts(transfers, each -> depositKeyOf(each.cause())))
                .param("times", texts(transfers, Transfer::at))
                .update();
    }

    /// Inserts all entries in one statement: the database checks that they add up to zero.
    private void insertEntries(List<Transfer> transfers) {
        List<Booked> rows =
                transfers.stream()
                        .flatMap(each -> each.entries().stream().map(it -> new Booked(each, it)))
                        .toList();
        jdbc.sql(
                        """
                        INSERT INTO entry (tenant_id, account_id, at, seq, id, transfer_id, amount,
                            currency, balance_after)
                        SELECT * FROM unnest(:tenants, :accounts::uuid[], :times::timestamptz[],
                            :sequences, :ids::uuid[], :transfers::uuid[], :amounts, :currencies,
                            :balances)
                        """)
                .param("tenants", texts(rows, row -> row.entry.account().tenant()))
                .param("accounts", texts(rows, row -> row.entry.account().id()))
                .param("times", texts(rows, row -> row.transfer.at()))
                .param("sequences", longs(rows, row -> row.entry.sequence()))
                .param("ids", texts(rows, row -> row.entry.id()))
                .param("transfers", texts(rows, row -> row.transfer.id()))
                .param("amounts", longs(rows, row -> row.entry.amount().minorUnits()))
                .param("currencies", texts(rows, row -> row.entry.amount().currency()))
                .param("balances", longs(rows, row -> row.entry.balanceAfter().minorUnits()))
                .update();
    }

    private record Booked(Transfer transfer, Entry entry) {}

    private static String kindOf(Cause cause) {
        return switch (cause) {
            case Cause.Payment _ -> "PAYMENT";
            case Cause.Deposit _ -> "DEPOSIT";
        };
    }

    private static @Nullable String depositKeyOf(Cause cause) {
        return switch (cause) {
            case Cause.Payment _ -> null;
            case Cause.Deposit deposit -> deposit.key().orElse(null);
        };
    }

    private static List<ReservationRow> rowsOf(List<Reservation> reservations) {
        return reservations.stream().map(ReservationRow::of).toList();
    }
}
