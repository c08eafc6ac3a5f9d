package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.application.Accounts;
import io.paymentsengine.account.application.Directory;
import io.paymentsengine.account.application.Statements;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What is requested for one tenant is that tenant's, even where row-level security shows all
/// tenants.
class AskedForOneTenantIT extends OnRealStores {

    private static final String IBAN = "BE68539007547034";

    @Autowired Accounts accounts;
    @Autowired Directory directory;
    @Autowired Statements statements;
    @Autowired TransactionTemplate transaction;

    private AccountId foreign;

    @BeforeEach
    void open_an_account_of_another_tenant() {
        foreign = rest(NED).openWith("1.00");
        everything().sql("UPDATE account SET iban = NULL WHERE iban = ?").param(IBAN).update();
        everything()
                .sql("UPDATE account SET iban = ? WHERE id = ?")
                .params(IBAN, foreign.value())
                .update();
    }

    @Test
    void a_list_of_accounts_is_that_tenants() {
        Directory.Filter all =
                new Directory.Filter(Account.Kind.CUSTOMER, Optional.empty(), Optional.empty());

        assertThat(asWorker(() -> directory.list(STD, all, Optional.empty(), 10_000)))
                .extracting(account -> account.key().tenant())
                .doesNotContain(NED);
        assertThat(asWorker(() -> directory.list(NED, all, Optional.empty(), 10_000)))
                .extracting(Account::key)
                .contains(new AccountKey(NED, foreign));
    }

    @Test
    void an_account_is_found_by_its_id_by_its_tenant_alone() {
        AccountReference id = AccountReference.to(foreign);

        assertThat(asWorker(() -> directory.lookUp(STD, List.of(id)))).isEmpty();
        assertThat(asWorker(() -> directory.lookUp(NED, List.of(id)))).hasSize(1);
        assertThat(asWorker(() -> accounts.find(new AccountKey(STD, foreign)))).isEmpty();
    }

    @Test
    void an_account_is_found_by_its_iban_by_its_tenant_alone() {
        AccountReference iban = new AccountReference(IBAN);

        assertThat(asWorker(() -> directory.lookUp(STD, List.of(iban)))).isEmpty();
        assertThat(asWorker(() -> directory.lookUp(NED, List.of(iban)))).hasSize(1);
    }

    @Test
    void a_statement_is_that_tenants() {
        Statements.Range all =
                new Statements.Range(Optional.empty(), Optional.empty(), Optional.empty());
        AccountKey asStranger = new AccountKey(STD, foreign);

        assertThat(asWorker(() -> statements.read(asStranger, all, 10))).isEmpty();
        assertThat(asWorker(() -> statements.balanceAt(asStranger, Instant.now()))).isEmpty();
        assertThat(asWorker(() -> statements.read(new AccountKey(NED, foreign), all, 10)))
                .hasSize(1);
    }

    private <T> T asWorker(Supplier<T> question) {
        return TenantScope.worker().call(() -> transaction.execute(_ -> question.get()));
    }
}
