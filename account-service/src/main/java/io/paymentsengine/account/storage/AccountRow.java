package io.paymentsengine.account.storage;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.Account.Kind;
import io.paymentsengine.account.domain.Account.Profile;
import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.account.domain.Funds;
import io.paymentsengine.contracts.vocabulary.Money;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// An [Account] as a row, for JPA and for JDBC. An update writes only what has changed, because
/// only the status may be written: the rest follows from entries and reservations.
@Entity
@DynamicUpdate
@Table(name = "account")
class AccountRow {

    /// The columns that [#read] needs.
    static final String COLUMNS =
            """
            account.tenant_id, account.id, account.kind, account.currency, account.name, \
            account.iban, account.status, account.overdraft_limit, account.balance, \
            account.reserved, account.entry_count, account.last_entry_at, account.created_at""";

    @EmbeddedId private AccountRowId key;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String currency;

    private String name;

    private @Nullable String iban;

    @Enumerated(EnumType.STRING)
    private Status status;

    private long overdraftLimit;

    private long balance;

    private long reserved;

    private long entryCount;

    private Instant lastEntryAt;

    private Instant createdAt;

    /// For Hibernate, which then sets the fields.
    @SuppressWarnings("NullAway.Init")
    protected AccountRow() {}

    static Account read(ResultSet row, int number) throws SQLException {
        AccountRow account = new AccountRow();
        account.key = new AccountRowId(row.getString("tenant_id"), row.getObject("id", UUID.class));
        account.kind = Kind.valueOf(row.getString("kind"));
        account.currency = row.getString("currency");
        account.name = row.getString("name");
        account.iban = row.getString("iban");
        account.status = Status.valueOf(row.getString("status"));
        account.overdraftLimit = row.getLong("overdraft_limit");
        account.balance = row.getLong("balance");
        account.reserved = row.getLong("reserved");
        account.entryCount = row.getLong("entry_count");
        account.lastEntryAt = SqlColumns.instant(row, "last_entry_at");
        account.createdAt = SqlColumns.instant(row, "created_at");
        return account.toAccount();
    }

    Account toAccount() {
        return new Account(
                key.toKey(),
                new Profile(kind, name, Optional.ofNullable(iban), createdAt),
                status,
                new Funds(money(balance), money(reserved), money(overdraftLimit)),
                entryCount,
                lastEntryAt);
    }

    void become(Status changed) {
        status = changed;
    }

    private Money money(long minorUnits) {
        return Money.of(minorUnits, currency);
    }
}
