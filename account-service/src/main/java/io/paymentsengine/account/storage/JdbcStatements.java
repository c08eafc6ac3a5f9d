package io.paymentsengine.account.storage;

import io.paymentsengine.account.application.Statements;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads entries as they were booked.
@Repository
class JdbcStatements implements Statements {

    private static final String LINES =
            """
            SELECT entry.*, transfer.payment_id
            FROM entry JOIN transfer
                 ON transfer.tenant_id = entry.tenant_id AND transfer.id = entry.transfer_id
            WHERE entry.tenant_id = :tenant AND entry.account_id = :account
            """;

    private static final String SINCE_EVER = "-infinity";
    private static final String FOR_EVER = "infinity";

    private final JdbcClient jdbc;

    JdbcStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> read(AccountKey account, Range range, int rows) {
        return about(
                        account,
                        LINES
                                + """
                                AND entry.at >= :from::timestamptz AND entry.at < :to::timestamptz
                                AND (entry.at, entry.seq) < (:after::timestamptz, :sequence)
                                ORDER BY entry.at DESC, entry.seq DESC LIMIT :rows
                                """)
                .param("from", range.from().map(Instant::toString).orElse(SINCE_EVER))
                .param("to", range.to().map(Instant::toString).orElse(FOR_EVER))
                .param(
                        "after",
                        range.after().map(Position::at).map(Instant::toString).orElse(FOR_EVER))
                .param("sequence", range.after().map(Position::sequence).orElse(Long.MAX_VALUE))
                .param("rows", rows)
                .query(JdbcStatements::line)
                .list();
    }

    @Override
    public Optional<Line> find(AccountKey account, Deposited transfer) {
        return about(account, LINES + "AND entry.at = :at AND entry.transfer_id = :transfer")
                .param("at", transfer.at().atOffset(ZoneOffset.UTC))
                .param("transfer", transfer.transfer())
                .query(JdbcStatements::line)
                .optional();
    }

    @Override
    public Optional<Money> balanceAt(AccountKey account, Instant at) {
        return about(
                        account,
                        """
                        SELECT balance_after, currency FROM entry
                        WHERE tenant_id = :tenant AND account_id = :account AND at <= :at
                        ORDER BY at DESC, seq DESC LIMIT 1
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> money(row, "balance_after"))
                .optional();
    }

    @Override
    public Optional<Deposited> claim(TenantId tenant, String depositKey) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:tenant || ' ' || :key, 0))")
                .param("tenant", tenant.value())
                .param("key", depositKey)
                .query(_ -> {});
        return jdbc.sql(
                        """
                        SELECT id, at FROM transfer
                        WHERE tenant_id = :tenant AND deposit_key = :key
                        """)
                .param("tenant", tenant.value())
                .param("key", depositKey)
                .query(
                        (row, _) ->
                                new Deposited(
                                        row.getObject("id", UUID.class),
                                        SqlColumns.instant(row, "at")))
                .optional();
    }

    private JdbcClient.StatementSpec about(AccountKey account, String sql) {
        return jdbc.sql(sql)
                .param("tenant", account.tenant().value())
                .param("account", account.id().value());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Entry entry =
                new Entry(
                        row.getObject("id", UUID.class),
                        new AccountKey(
                                new TenantId(row.getString("tenant_id")),
                                new AccountId(row.getObject("account_id", UUID.class))),
                        row.getLong("seq"),
                        money(row, "amount"),
                        money(row, "balance_after"));
        return new Line(
                entry,
                row.getObject("transfer_id", UUID.class),
                Optional.ofNullable(row.getObject("payment_id", UUID.class)).map(PaymentId::new),
                SqlColumns.instant(row, "at"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }
}
