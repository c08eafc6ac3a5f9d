package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Reads;
import io.paymentsengine.payment.application.OpenQuery;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.PaymentQuery;
import io.paymentsengine.payment.application.Payments;
import io.paymentsengine.payment.application.RequestKey;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.tenancy.TenantScope;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// However many payments there are, a query reads its own rows and no others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentListsIT extends RunningPaymentService {

    private static final TenantId BIG = new TenantId("BIG-001");

    /// As big, and the only one whose payments change. A change leaves entries in the indexes, even if it is
    /// rolled back, and the next query would come across them.
    private static final TenantId CHANGING = new TenantId("BIG-002");

    private static final AccountReference BUSY = Samples.account();
    private static final int PAYMENTS = 20_000;
    private static final int ROWS = 51;

    /// What an account paid and what it received, for each status.
    private static final int SIDES = 2;

    /// Additional reads that are allowed: one of each range when ranges are merged.
    private static final int REST = 10;

    @Autowired private Payments payments;
    @Autowired private EntityManager entities;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private TransactionTemplate transaction;

    private boolean stored;

    @SuppressWarnings("NullAway.Init") // Spring injects
    PaymentListsIT() {}

    /// One payment per second. One in a thousand is still open; many are rejected, but few of the busy
    /// account's.
    @BeforeEach
    void store() {
        if (!stored) {
            store(BIG);
            store(CHANGING);
            Reads.expect(stores.database("payments").asSuperuser(), "payment");
            stored = true;
        }
    }

    private void store(TenantId tenant) {
        superuser()
                .sql(
                        """
                        INSERT INTO payment (tenant_id, id, debtor, creditor, amount, currency,
                                             reference, idempotency_key, status, reason_code,
                                             reason_detail, ended_at)
                        SELECT :tenant, uuidv7(make_interval(secs => n - :payments)),
                               CASE WHEN n % 10 = 0 THEN :busy ELSE gen_random_uuid()::text END,
                               CASE WHEN n % 10 = 1 THEN :busy ELSE gen_random_uuid()::text END,
                               1, 'EUR', '', 'key ' || n, status,
                               CASE status WHEN 'REJECTED' THEN 'NOT_LIKED' END,
                               CASE status WHEN 'REJECTED' THEN 'It is not liked.' END,
                               CASE WHEN status <> 'ACCEPTED' THEN now() END
                        FROM (SELECT n, CASE WHEN n % 1000 = 0 THEN 'ACCEPTED'
                                             WHEN n % 10 IN (2, 3) OR n % 500 = 10 THEN 'REJECTED'
                                             WHEN n % 10 IN (4, 5) OR n % 500 = 21 THEN 'CANCELLED'
                                             ELSE 'COMPLETED' END AS status
                              FROM generate_series(1, :payments) AS n) AS made
                        """)
                .param("tenant", tenant.value())
                .param("busy", BUSY.value())
                .param("payments", PAYMENTS)
                .update();
    }

    /// Every combination of filters, on the first page and on a later one.
    static Stream<PaymentQuery> queries() {
        List<Optional<Payment.Status>> statuses =
                Stream.concat(
                                Stream.of(Optional.<Payment.Status>empty()),
                                Stream.of(Payment.Status.values()).map(Optional::of))
                        .toList();
        List<Optional<AccountReference>> accounts = List.of(Optional.empty(), Optional.of(BUSY));
        return statuses.stream()
                .flatMap(status -> accounts.stream().flatMap(each -> queries(status, each)));
    }

    private static Stream<PaymentQuery> queries(
            Optional<Payment.Status> status, Optional<AccountReference> account) {
        Optional<Instant> never = Optional.empty();
        Optional<Instant> from = Optional.of(secondsAgo(PAYMENTS / 2 + 20));
        Optional<Instant> to = Optional.of(secondsAgo(PAYMENTS / 4));
        Optional<PaymentId> first = Optional.empty();
        Optional<PaymentId> behind = Optional.of(Moments.firstAt(secondsAgo(PAYMENTS / 2)));
        BiFunction<Optional<Instant>, Optional<Instant>, Stream<PaymentQuery>> pages =
                (since, until) ->
                        Stream.of(first, behind)
                                .map(
                                        before ->
                                                new PaymentQuery(
                                                        BIG, status, account, since, until, before,
                                                        ROWS));
        return Stream.of(
                        pages.apply(never, never),
                        pages.apply(from, never),
                        pages.apply(never, to),
                        pages.apply(from, to))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_filter_is_a_range_of_an_index(PaymentQuery query) {
        int statuses = query.status().isPresent() ? 1 : Payment.Status.values().length;
        int ranges = query.account().isPresent() ? SIDES * statuses : 1;

        boolean everything = query.from().isEmpty() && query.before().isEmpty();

        assertReads(
                TenantScope.of(BIG),
                ranges * ROWS,
                () -> assertThat(payments.list(query)).matches(it -> !everything || !it.isEmpty()));
    }

    @Test
    void payments_to_ask_again_for_are_a_range_of_an_index() {
        Optional<PaymentId> after = Optional.of(Moments.firstAt(secondsAgo(PAYMENTS / 2)));
        OpenQuery query = new OpenQuery(BIG, after, secondsAgo(100), ROWS);

        assertReads(
                TenantScope.of(BIG),
                ROWS,
                () -> assertThat(payments.lockAccepted(query)).isNotEmpty());
    }

    /// However many there are, no more are read than asked for. One in a thousand is in flight.
    @Test
    void payments_on_their_way_are_counted_in_a_range_of_an_index() {
        Instant since = secondsAgo(PAYMENTS);
        int max = PAYMENTS / 4_000;

        assertReads(
                TenantScope.worker(),
                max,
                () ->
                        assertThat(payments.countAccepted(List.of(BIG), since, max))
                                .containsEntry(BIG, max));
    }

    @Test
    void keys_to_forget_are_a_range_of_an_index() {
        Instant now = Instant.now();
        Duration age = Duration.ofSeconds(PAYMENTS - 200);

        Reads reads =
                reads(
                        TenantScope.of(CHANGING),
                        connection ->
                                Reads.of(
                                        connection,
                                        () -> payments.expireKeys(CHANGING, now, age, ROWS)));

        assertThat(reads.scanned()).isZero();
        assertThat(reads.indexed()).isBetween((long) ROWS, 2L * ROWS + REST);
    }

    @Test
    void one_payment_is_read_by_its_key() {
        PaymentKey key = open(BIG).getFirst();

        assertReads(
                TenantScope.of(BIG),
                1,
                () -> {
                    entities.clear();
                    assertThat(payments.find(key)).isPresent();
                });
    }

    @Test
    void requests_are_recognised_by_their_keys() {
        List<RequestKey> keys =
                Stream.of(1000, 2000, 3000)
                        .map(number -> new RequestKey(BIG, "key " + number))
                        .toList();

        assertReads(
                TenantScope.worker(),
                keys.size(),
                () -> assertThat(payments.findByRequestKeys(keys)).hasSameSizeAs(keys));
    }

    /// A cast in the condition is enough to break this: row-level security then requires all rows to be
    /// examined first.
    @Test
    void a_batch_is_read_by_its_keys() {
        List<PaymentKey> keys = open(BIG);

        assertReads(
                TenantScope.worker(),
                keys.size(),
                () -> assertThat(payments.findAll(keys)).hasSameSizeAs(keys));
    }

    @Test
    void a_batch_is_ended_by_its_keys() {
        List<PaymentKey> keys = open(CHANGING);

        Reads reads =
                reads(
                        TenantScope.worker(),
                        connection -> {
                            Collection<Payment> found = payments.findAll(keys).values();
                            return Reads.of(connection, () -> payments.endAll(completed(found)));
                        });

        assertThat(reads.scanned()).isZero();
        assertThat(reads.indexed()).isLessThanOrEqualTo(keys.size() + REST);
    }

    private void assertReads(TenantScope scope, int rows, Runnable query) {
        Reads reads = reads(scope, connection -> Reads.mostOf(connection, query));

        assertThat(reads).matches(each -> each.isIndexRange(rows + REST), rows + " index entries");
    }

    private Reads reads(TenantScope scope, ConnectionCallback<Reads> queries) {
        return scope.call(
                () ->
                        transaction.execute(
                                status -> {
                                    status.setRollbackOnly();
                                    return jdbc.execute(queries);
                                }));
    }

    private List<PaymentKey> open(TenantId tenant) {
        return superuser()
                .sql("SELECT id FROM payment WHERE tenant_id = :tenant AND status = 'ACCEPTED'")
                .param("tenant", tenant.value())
                .query((row, _) -> new PaymentId(row.getObject("id", UUID.class)))
                .stream()
                .map(id -> new PaymentKey(tenant, id))
                .toList();
    }

    private static List<Payment.Completed> completed(Collection<Payment> open) {
        return open.stream()
                .map(Payment.Accepted.class::cast)
                .map(payment -> payment.complete(Instant.now()))
                .toList();
    }

    private JdbcClient superuser() {
        return JdbcClient.create(stores.database("payments").asSuperuser());
    }

    private static Instant secondsAgo(int seconds) {
        return Instant.now().minus(seconds, ChronoUnit.SECONDS);
    }
}
