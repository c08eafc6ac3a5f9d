package io.paymentsengine.saga.storage;

import static io.paymentsengine.saga.storage.SagaSamples.NEDERLAND;
import static io.paymentsengine.saga.storage.SagaSamples.NOW;
import static io.paymentsengine.saga.storage.SagaSamples.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.saga.application.Journal;
import io.paymentsengine.saga.application.Sagas;
import io.paymentsengine.saga.domain.Cause;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.PaymentSaga;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a query without `WHERE` shows, to the service's role and to the owner.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "payments.saga.scan-interval=1h"})
@WithStores(database = "sagas", redis = true)
class RowSecurityIT {

    @Autowired Sagas sagas;
    @Autowired Journal journal;
    @Autowired TransactionTemplate transaction;
    @Autowired Stores stores;

    @BeforeEach
    void two_tenants_have_a_row_in_each_table() {
        List<PaymentSaga> all =
                List.of(SagaSamples.running(STANDARD), SagaSamples.running(NEDERLAND));
        TenantScope.worker()
                .run(
                        () ->
                                transaction.executeWithoutResult(
                                        _ -> {
                                            sagas.insertAll(all);
                                            journal.append(
                                                    all.stream()
                                                            .map(RowSecurityIT::started)
                                                            .toList());
                                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"saga", "journal"})
    void every_role_and_table_shows_one_tenant(String table) {
        for (DataSource role :
                List.of(
                        stores.database("sagas").asApplication(),
                        stores.database("sagas").asOwner())) {
            assertThat(tenantsIn(table, role, "STD-001")).containsExactly("STD-001");
            assertThat(tenantsIn(table, role, "*")).contains("NED-001", "STD-001");
            assertThat(tenantsIn(table, role, "")).isEmpty();
        }
    }

    private static JournalEntry started(PaymentSaga saga) {
        return new JournalEntry(saga.key(), 1, NOW, new Cause("a", "saga", "Started"), "asks");
    }

    private static List<String> tenantsIn(String table, DataSource role, String setting) {
        JdbcClient sql = JdbcClient.create(role);
        return new TransactionTemplate(new JdbcTransactionManager(role))
                .execute(
                        _ -> {
                            sql.sql("SELECT set_config('payments.tenant', ?, true)")
                                    .param(setting)
                                    .query(String.class)
                                    .single();
                            return sql.sql("SELECT DISTINCT tenant_id FROM " + table)
                                    .query((row, _) -> row.getString(1))
                                    .list();
                        });
    }
}
