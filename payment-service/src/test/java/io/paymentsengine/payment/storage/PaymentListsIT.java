package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.OpenQuery;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.PaymentQuery;
import io.paymentsengine.payment.domain.Moments;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionTemplate;

/// However many payments there are: a page reads its own rows and no others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentListsIT extends RunningPaymentService {

    private static final TenantId BIG = new TenantId("BIG-001");
    private static final AccountReference BUSY = Samples.account();
    private static final int PAYMENTS = 20_000;
    private static final int ROWS = 51;

    @Autowired private PaymentLists lists;
    @Autowired private JdbcPayments payments;
    @Autowired private JdbcClient jdbc;
    @Autowired private OpenPayments open;
    @Autowired private ExpiredKeys expiredKeys;
    @Autowired private TransactionTemplate transaction;

    private boolean stored;

    @SuppressWarnings("NullAway.Init") // Spring injects
    PaymentListsIT() {}

    /// A payment each second; every thousandth is still open.
    @BeforeEach
    void store() {
        if (stored) {
            return;
        }
        JdbcClient superuser = JdbcClient.create(stores.database("payments").asSuperuser());
        superuser
                .sql(
                        """
                        INSERT INTO payment (tenant_id, id, debtor, creditor, amount, currency,
                                             reference, idempotency_key, status, ended_at)
                        SELECT :tenant, uuidv7(make_interval(secs => n - :payments)),
                               CASE WHEN n % 10 = 0 THEN :busy ELSE gen_random_uuid()::text END,
                               CASE WHEN n % 10 = 1 THEN :busy ELSE gen_random_uuid()::text END,
                               1, 'EUR', '', 'key ' || n,
                               CASE WHEN n % 1000 = 0 THEN 'ACCEPTED' ELSE 'COMPLETED' END,
                               CASE WHEN n % 1000 = 0 THEN NULL ELSE now() END
                        FROM generate_series(1, :payments) AS n
                        """)
                .param("tenant", BIG.value())
                .param("busy", BUSY.value())
                .param("payments", PAYMENTS)
                .update();
        superuser.sql("VACUUM ANALYZE payment").update();
        stored = true;
    }

    static Stream<PaymentQuery> queries() {
        Optional<PaymentId> middle =
                Optional.of(Instant.now().minus(PAYMENTS / 2, ChronoUnit.SECONDS))
                        .map(Moments::firstAt);
        Optional<Instant> from = Optional.of(Instant.now().minus(10_000, ChronoUnit.SECONDS));
        Optional<Instant> to = Optional.of(Instant.now().minus(5_000, ChronoUnit.SECONDS));
        Optional<AccountReference> account = Optional.of(BUSY);
        return Stream.of(
                query(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        middle),
                query(Optional.empty(), Optional.empty(), from, to, Optional.empty()),
                query(Optional.of(Payment.Status.ACCEPTED), Optional.empty(), from, to, middle),
                query(Optional.of(Payment.Status.COMPLETED), Optional.empty(), from, to, middle),
                query(Optional.empty(), account, Optional.empty(), Optional.empty(), middle),
                query(Optional.empty(), account, from, to, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_filter_is_a_range_of_an_index(PaymentQuery query) {
        assertReadsNothingElse(explain -> lists.statement(explain, query));
    }

    @Test
    void payments_to_ask_again_for_are_a_range_of_an_index() {
        Instant before = Instant.now().minus(100, ChronoUnit.SECONDS);
        Optional<PaymentId> after =
                Optional.of(Instant.now().minus(PAYMENTS / 2, ChronoUnit.SECONDS))
                        .map(Moments::firstAt);

        assertReadsNothingElse(
                explain -> open.statement(explain, new OpenQuery(BIG, after, before, ROWS)));
    }

    @Test
    void keys_to_forget_are_a_range_of_an_index() {
        Instant before = Instant.now().minus(PAYMENTS - 100, ChronoUnit.SECONDS);

        assertReadsNothingElse(explain -> expiredKeys.statement(explain, BIG, before, ROWS));
    }

    private void assertReadsNothingElse(Function<String, StatementSpec> statement) {
        String plan = TenantScope.of(BIG).call(() -> transaction.execute(_ -> plan(statement)));

        assertThat(plan)
                .contains("Index Cond")
                .doesNotContain("Seq Scan")
                .doesNotContain("Rows Removed");
    }

    /// A cast in the condition would do: row-level security then wants all rows looked at first.
    @Test
    void a_batch_is_read_and_ended_by_its_keys() {
        List<PaymentKey> keys =
                JdbcClient.create(stores.database("payments").asSuperuser())
                        .sql(
                                "SELECT id FROM payment WHERE tenant_id = :tenant AND status = :status")
                        .param("tenant", BIG.value())
                        .param("status", Payment.Status.ACCEPTED.name())
                        .query(
                                (row, _) ->
                                        new PaymentKey(
                                                BIG,
                                                new PaymentId(row.getObject("id", UUID.class))))
                        .list();

        long scanned =
                TenantScope.worker()
                        .call(
                                () ->
                                        transaction.execute(
                                                status -> {
                                                    Map<PaymentKey, Payment> found =
                                                            payments.findAll(keys);
                                                    assertThat(found).hasSameSizeAs(keys);
                                                    payments.endAll(completed(found.values()));
                                                    status.setRollbackOnly();
                                                    return scannedRows();
                                                }));

        assertThat(scanned).isZero();
    }

    private static List<Payment.Completed> completed(Collection<Payment> open) {
        return open.stream()
                .map(Payment.Accepted.class::cast)
                .map(payment -> payment.complete(Instant.now()))
                .toList();
    }

    /// Rows that this transaction has read without an index.
    private long scannedRows() {
        return jdbc.sql(
                        "SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = 'payment'")
                .query(Long.class)
                .single();
    }

    private static String plan(Function<String, StatementSpec> statement) {
        return String.join("\n", statement.apply("EXPLAIN (ANALYZE) ").query(String.class).list());
    }

    private static PaymentQuery query(
            Optional<Payment.Status> status,
            Optional<AccountReference> account,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<PaymentId> before) {
        return new PaymentQuery(BIG, status, account, from, to, before, ROWS);
    }
}
