package io.paymentsengine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Reads;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.validation.application.Decisions;
import io.paymentsengine.validation.application.LimitChange;
import io.paymentsengine.validation.application.LimitChanges;
import io.paymentsengine.validation.domain.Decision;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// However many decisions and limit changes there are, a query reads its own rows and no others.
class ValidationReadsIT extends OnRealStores {

    private static final TenantId BIG = new TenantId("BIG-001");
    private static final TenantId LARGE = new TenantId("BIG-002");

    @Autowired Decisions decisions;
    @Autowired LimitChanges limitChanges;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    /// Other tests count all rows.
    @AfterEach
    void forget_the_big_tenants() {
        database().sql("DELETE FROM decision WHERE tenant_id LIKE 'BIG-%'").update();
        database().sql("DELETE FROM limit_change WHERE tenant_id LIKE 'BIG-%'").update();
    }

    @Test
    void decisions_are_read_by_their_payments() {
        database()
                .sql(
                        """
                        INSERT INTO decision (tenant_id, payment_id, outcome, debtor_id, creditor_id,
                                              decided_at)
                        SELECT :tenant, uuidv7(), 'APPROVED', uuidv7(), uuidv7(), now()
                        FROM generate_series(1, 20000)
                        """)
                .param("tenant", BIG.value())
                .update();
        Reads.expect(stores.database("validation").asSuperuser(), "decision");
        List<Decision.Key> keys =
                database()
                        .sql("SELECT payment_id FROM decision WHERE tenant_id = ? LIMIT 20")
                        .param(BIG.value())
                        .query((row, _) -> row.getObject("payment_id", UUID.class))
                        .stream()
                        .map(id -> new Decision.Key(BIG, new PaymentId(id)))
                        .toList();

        Reads reads = reads(() -> assertThat(decisions.find(keys)).hasSize(20));

        assertThat(reads.scanned()).isZero();
        assertThat(reads.indexed()).isBetween(20L, 22L);
    }

    @Test
    void of_all_changes_of_a_tenants_limits_the_last_is_read() {
        database()
                .sql(
                        """
                        INSERT INTO limit_change (tenant_id, largest_payment,
                            payments_per_minute_and_account, payments_per_minute,
                            changed_at, operator, why)
                        SELECT tenant, '{"EUR": 5000000}', n, n, now(), 'test', 'test'
                        FROM generate_series(1, 10000) AS n, unnest(:tenants) AS tenant
                        ORDER BY n
                        """)
                .param("tenants", new String[] {BIG.value(), LARGE.value()})
                .update();
        Reads.expect(stores.database("validation").asSuperuser(), "limit_change");

        Reads reads = reads(() -> assertThat(lastOfBoth()).hasSize(2));

        assertThat(reads.scanned()).isZero();
        assertThat(reads.indexed()).isEqualTo(2);
        Map<TenantId, LimitChange> last =
                TenantScope.worker().call(() -> transaction.execute(_ -> lastOfBoth()));
        assertThat(last.values())
                .allSatisfy(
                        each -> assertThat(each.limits().paymentsPerMinute()).isEqualTo(10_000));
    }

    private Map<TenantId, LimitChange> lastOfBoth() {
        return limitChanges.latest(List.of(BIG, LARGE));
    }

    private Reads reads(Runnable query) {
        ConnectionCallback<Reads> queries = connection -> Reads.mostOf(connection, query);
        return TenantScope.worker().call(() -> transaction.execute(_ -> jdbc.execute(queries)));
    }
}
