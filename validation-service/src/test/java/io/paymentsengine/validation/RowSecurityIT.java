package io.paymentsengine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.platform.ids.Ids;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the database refuses to the service's own role.
class RowSecurityIT extends OnRealStores {

    private static final String APPROVED =
            """
            INSERT INTO decision (tenant_id, payment_id, outcome, debtor_id, creditor_id, decided_at)
            VALUES (?, ?, 'APPROVED', ?, ?, now())
            """;

    private JdbcClient application;
    private TransactionTemplate transaction;

    @BeforeEach
    void one_row_of_each_tenant() {
        logIn(stores.database("validation").asApplication());
        for (String tenant : List.of(STD, NED)) {
            database().sql(APPROVED).params(tenant, Ids.next(), Ids.next(), Ids.next()).update();
            database()
                    .sql(
                            """
                            INSERT INTO limit_change (tenant_id, largest_payment,
                                payments_per_minute_and_account, payments_per_minute,
                                changed_at, operator, why)
                            VALUES (?, '{"EUR": 5000000}', 6000, 600000, now(), 'test', 'test')
                            """)
                    .param(tenant)
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "limit_change"})
    void a_query_without_where_sees_one_tenant(String table) {
        assertThat(tenantsSeenAs(STD, table)).containsExactly(STD);
        assertThat(tenantsSeenAs(NED, table)).containsExactly(NED);
        assertThat(tenantsSeenAs("*", table)).containsExactlyInAnyOrder(STD, NED);
        assertThat(tenantsSeenAs("", table)).isEmpty();
        assertThat(tenants(table)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "limit_change"})
    void the_owner_sees_one_tenant_too(String table) {
        logIn(stores.database("validation").asOwner());

        assertThat(tenantsSeenAs(STD, table)).containsExactly(STD);
        assertThat(tenantsSeenAs("", table)).isEmpty();
    }

    @Test
    void nothing_can_be_written_for_another_tenant() {
        assertThatThrownBy(() -> insertAs(STD, NED))
                .isInstanceOf(BadSqlGrammarException.class)
                .hasStackTraceContaining("row-level security");
        assertThat(insertAs(STD, STD)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE decision SET outcome = 'APPROVED'",
                "DELETE FROM decision",
                "TRUNCATE decision",
                "UPDATE limit_change SET payments_per_minute = 1",
                "DELETE FROM limit_change",
            })
    void what_was_decided_or_changed_stays_as_it_is(String statement) {
        assertThatThrownBy(() -> as("*", () -> application.sql(statement).update()))
                .hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // approved without accounts, from an account to itself, with an objection
                "'APPROVED', NULL, NULL, NULL",
                "'APPROVED', '{one}', '{one}', NULL",
                "'APPROVED', '{one}', '{other}', '[{\"code\": \"X\"}]'",
                // declined without an objection, or with accounts
                "'DECLINED', NULL, NULL, NULL",
                "'DECLINED', NULL, NULL, '[]'",
                "'DECLINED', '{one}', '{other}', '[{\"code\": \"X\"}]'",
                "'POSTPONED', NULL, NULL, NULL",
            })
    void a_decision_that_makes_no_sense_is_refused(String values) {
        String filled =
                values.replace("{one}", Ids.next().toString())
                        .replace("{other}", Ids.next().toString());

        assertThatThrownBy(
                        () ->
                                database()
                                        .sql(
                                                "INSERT INTO decision (tenant_id, payment_id,"
                                                        + " outcome, debtor_id, creditor_id,"
                                                        + " objections, decided_at) VALUES"
                                                        + " ('STD-001', gen_random_uuid(), "
                                                        + filled
                                                        + ", now())")
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_second_decision_on_a_payment_is_refused() {
        UUID payment = Ids.next();
        database().sql(APPROVED).params(STD, payment, Ids.next(), Ids.next()).update();

        assertThatThrownBy(
                        () ->
                                database()
                                        .sql(APPROVED)
                                        .params(STD, payment, Ids.next(), Ids.next())
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"EUR\": 0}",
                "{\"EUR\": -1}",
                "{\"EUR\": \"1\"}",
                "{\"eur\": 1}",
                "{\"EURO\": 1}",
                "[1]",
                "1",
            })
    void limits_that_make_no_sense_are_refused(String largest) {
        assertThatThrownBy(
                        () ->
                                database()
                                        .sql(
                                                """
                                                INSERT INTO limit_change (tenant_id, largest_payment,
                                                    payments_per_minute_and_account,
                                                    payments_per_minute, changed_at, operator, why)
                                                VALUES ('STD-001', ?::jsonb, 1, 1, now(), 'o', 'w')
                                                """)
                                        .param(largest)
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void logIn(DataSource role) {
        application = JdbcClient.create(role);
        transaction = new TransactionTemplate(new JdbcTransactionManager(role));
    }

    private List<String> tenantsSeenAs(String setting, String table) {
        return as(setting, () -> tenants(table));
    }

    private List<String> tenants(String table) {
        return application
                .sql("SELECT DISTINCT tenant_id FROM " + table)
                .query((row, _) -> row.getString("tenant_id"))
                .list();
    }

    private int insertAs(String setting, String tenant) {
        return as(
                setting,
                () ->
                        application
                                .sql(APPROVED)
                                .params(tenant, Ids.next(), Ids.next(), Ids.next())
                                .update());
    }

    private <T> T as(String setting, Supplier<T> work) {
        return transaction.execute(
                _ -> {
                    application
                            .sql("SELECT set_config('payments.tenant', ?, true)")
                            .param(setting)
                            .query(String.class)
                            .single();
                    return work.get();
                });
    }
}
