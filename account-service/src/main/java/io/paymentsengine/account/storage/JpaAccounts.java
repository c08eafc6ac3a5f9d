package io.paymentsengine.account.storage;

import io.paymentsengine.account.application.Accounts;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Single accounts as rows.
@Repository
class JpaAccounts implements Accounts {

    private final AccountRows rows;
    private final JdbcClient jdbc;

    JpaAccounts(AccountRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return rows.findByKey(AccountRowId.of(key)).map(AccountRow::toAccount);
    }

    @Override
    public Optional<Account> findFunding(TenantId tenant, Currency currency) {
        return rows.findFunding(tenant.value(), currency.getCurrencyCode())
                .map(AccountRow::toAccount);
    }

    @Override
    public Optional<Account> lock(AccountKey key) {
        return rows.lock(AccountRowId.of(key)).map(AccountRow::toAccount);
    }

    /// Not by JPA, which treats a conflict as a fault that ends the transaction.
    @Override
    public boolean add(Account account) {
        return jdbc.sql(
                                """
                                INSERT INTO account (tenant_id, id, kind, currency, name, iban,
                                    status, overdraft_limit, last_entry_at, created_at)
                                VALUES (:tenant, :id, :kind, :currency, :name, :iban,
                                    :status, :limit, :at, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("tenant", account.key().tenant().value())
                        .param("id", account.key().id().value())
                        .param("kind", account.profile().kind().name())
                        .param("currency", account.funds().currency().getCurrencyCode())
                        .param("name", account.profile().name())
                        .param("iban", account.profile().iban().orElse(null))
                        .param("status", account.status().name())
                        .param("limit", account.funds().overdraftLimit().minorUnits())
                        .param("at", account.profile().createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void changeStatus(Account account) {
        rows.findByKey(AccountRowId.of(account.key())).orElseThrow().become(account.status());
    }
}
