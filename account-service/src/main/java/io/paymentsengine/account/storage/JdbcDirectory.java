package io.paymentsengine.account.storage;

import io.paymentsengine.account.application.Directory;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists and looks up accounts.
@Repository
class JdbcDirectory implements Directory {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Each filter is one range of an index. The kind is a literal in the statement and not a
    /// parameter: only then does PostgreSQL know, whatever plan it has cached, that the index of
    /// funding accounts covers the query.
    @Override
    public List<Account> list(TenantId tenant, Filter filter, Optional<AccountId> after, int rows) {
        StringBuilder conditions =
                new StringBuilder(
                        "tenant_id = :tenant AND kind = '%s' AND id > :after"
                                .formatted(filter.kind()));
        filter.status().ifPresent(_ -> conditions.append(" AND status = :status"));
        filter.currency().ifPresent(_ -> conditions.append(" AND currency = :currency"));
        JdbcClient.StatementSpec select =
                jdbc.sql(
                                "SELECT %s FROM account WHERE %s ORDER BY id LIMIT :rows"
                                        .formatted(AccountRow.COLUMNS, conditions))
                        .param("tenant", tenant.value())
                        .param("after", after.map(AccountId::value).orElse(BEFORE_ALL))
                        .param("rows", rows);
        filter.status().ifPresent(status -> select.param("status", status.name()));
        filter.currency()
                .ifPresent(currency -> select.param("currency", currency.getCurrencyCode()));
        return select.query(AccountRow::read).list();
    }

    @Override
    public List<Listing> lookUp(TenantId tenant, Collection<AccountReference> references) {
        return jdbc.sql(
                        """
                        SELECT reference, %1$s
                        FROM unnest(:ids, :ids::uuid[]) AS asked (reference, account_id)
                        CROSS JOIN LATERAL (
                            SELECT * FROM account WHERE tenant_id = :tenant AND id = account_id
                            OFFSET 0) AS account
                        WHERE account.kind = 'CUSTOMER'
                        UNION ALL
                        SELECT reference, %1$s
                        FROM unnest(:ibans) AS asked (reference)
                        CROSS JOIN LATERAL (
                            SELECT * FROM account WHERE tenant_id = :tenant AND iban = reference
                            OFFSET 0) AS account
                        WHERE account.kind = 'CUSTOMER'
                        ORDER BY reference
                        """
                                .formatted(AccountRow.COLUMNS))
                .param("tenant", tenant.value())
                .param("ids", texts(references, false))
                .param("ibans", texts(references, true))
                .query(
                        (row, number) ->
                                new Listing(
                                        new AccountReference(row.getString("reference")),
                                        AccountRow.read(row, number)))
                .list();
    }

    private static String[] texts(Collection<AccountReference> references, boolean ibans) {
        return references.stream()
                .distinct()
                .filter(reference -> reference.isIban() == ibans)
                .map(AccountReference::value)
                .toArray(String[]::new);
    }
}
