package io.paymentsengine.suite.reconcile;

import static io.paymentsengine.localstack.service.Service.ACCOUNT_SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.localstack.store.Login;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.invariants.Invariants;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningSuite.class)
class ReconciliationIT {

    private static final Money EURO = Money.parse("1.00", "EUR");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Suite suite;
    private final Tenant std;

    ReconciliationIT(Suite suite) {
        this.suite = suite;
        this.std = Tenant.standard(suite);
    }

    @Test
    void databases_that_agree_are_reported_as_such() throws SQLException {
        pay();

        assertThat(reconcile()).isZero();
        assertThat(text()).contains("The four databases agree.");
    }

    @Test
    void money_that_is_held_for_no_payment_is_found() throws SQLException {
        String debtor = pay();

        try (Connection accounts = suite.connect(ACCOUNT_SERVICE);
                Statement statement = accounts.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(
                    """
                    INSERT INTO reservation (tenant_id, payment_id, account_id, amount, currency,
                                             state, created_at)
                    VALUES ('STD-001', '00000000-0000-7000-8000-000000000000', '%s', 1, 'EUR',
                            'HELD', now())
                    """
                            .formatted(debtor));
            try {
                assertThat(reconcile()).isEqualTo(1);
            } finally {
                statement.execute(
                        "DELETE FROM reservation WHERE payment_id = '00000000-0000-7000-8000-000000000000'");
            }
        }
        assertThat(text())
                .contains("VIOLATED: nothing is held for a payment that has ended")
                .contains("STD-001 00000000-0000-7000-8000-000000000000");
    }

    @Test
    void a_role_that_would_see_no_rows_is_refused() throws SQLException {
        Login application = new Login("payments_app", "payments_app-local");

        assertThat(reconcile(url(), application)).isEqualTo(2);
        assertThat(text()).contains("payments_app is subject to row-level security");
    }

    @ParameterizedTest
    @CsvSource({
        "'', postgres",
        "jdbc:postgresql://localhost/payments, postgres",
        "'jdbc:{name}', ''"
    })
    void missing_settings_are_named(String url, String user) {
        assertThat(reconcile(url, new Login(user, ""))).isEqualTo(2);
        assertThat(text()).contains("Give -Ddatabases=");
    }

    /// Returns the debtor of a payment that has ended, with the suite at rest.
    private String pay() {
        Account debtor = std.opensWith(EURO);
        std.pays(PaymentOrder.of(debtor.id(), std.opens("EUR").id(), EURO));
        Awaitility.await("rest")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Invariants.unsettled(suite)).isEmpty());
        return debtor.id();
    }

    private int reconcile() throws SQLException {
        return reconcile(url(), Login.SUPERUSER);
    }

    private int reconcile(String url, Login login) {
        return Reconciliation.reconcile(
                url,
                login.name(),
                login.password(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String url() throws SQLException {
        try (Connection accounts = suite.connect(ACCOUNT_SERVICE)) {
            return accounts.getMetaData().getURL().replaceFirst("/accounts\\b.*", "/{name}");
        }
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
