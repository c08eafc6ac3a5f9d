package io.paymentsengine.account.storage;

import io.paymentsengine.account.application.Directory;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of accounts.
@Repository
class JdbcDirectory implements Directory {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Account> list(TenantId tenant, Filter filter, Optional<AccountId> after, int rows) {
        return jdbc.sql(
                        """
                        SELECT %s FROM account
                        WHERE tenant_id = :tenant AND kind = :kind AND id > :after
                          AND (:status::text IS NULL OR status = :status)
                          AND (:currency::text IS NULL OR currency = :currency)
                        ORDER BY id LIMIT :rows
                        """
                                .formatted(AccountRow.COLUMNS))
                .param("tenant", tenant.value())
                .param("kind", filter.kind().name())
                .param("after", after.map(AccountId::value).orElse(BEFORE_ALL))
                .param("status", filter.status().map(Account.Status::name).orElse(null))
                .param("currency", filter.currency().map(Currency::getCurrencyCode).orElse(null))
                .param("rows", rows)
                .query(AccountRow::read)
                .list();
    }

    @Override
    public List<Listing> lookUp(TenantId tenant, Collection<AccountReference> references) {
        return jdbc.sql(
                        """
                        SELECT reference, %1$s
                        FROM unnest(:ids) AS asked (reference) JOIN account
                             ON account.tenant_id = :tenant AND account.id = reference::uuid
                        WHERE account.kind = 'CUSTOMER'
                        UNION ALL
                        SELECT reference, %1$s
                        FROM unnest(:ibans) AS asked (reference) JOIN account
                             ON account.tenant_id = :tenant AND account.iban = reference
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
