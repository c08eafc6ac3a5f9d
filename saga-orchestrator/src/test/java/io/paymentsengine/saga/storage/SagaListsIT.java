package io.paymentsengine.saga.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Reads;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.saga.application.Journal;
import io.paymentsengine.saga.application.Sagas;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Status;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// However many sagas there are, a query reads its own rows and no others.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "payments.saga.scan-interval=1h"})
@WithStores(database = "sagas", redis = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SagaListsIT {

    private static final TenantId BIG = new TenantId("BIG-001");
    private static final int SAGAS = 20_000;
    private static final int ROWS = 51;

    /// Rows left by other tests.
    private static final int REST = 10;

    /// One saga per second. Five in a thousand are in each state other than completed. In addition, 2,000 in a
    /// row are rejected, once among the oldest and once after the middle.
    private static final String FILL =
            """
            INSERT INTO saga (tenant_id, payment_id, created_at, debtor, creditor, amount,
                currency, reference, requested_at, debtor_account, creditor_account, state, step,
                outcome, reason_code, reason_detail, repeats, entries, idle_entries, moved_at, ended_at,
                step_deadline, saga_deadline, attention_deadline, alarm)
            SELECT :tenant, uuidv7(make_interval(secs => n - :sagas)),
                   now() + make_interval(secs => n - :sagas), 'NL91ABNA0417164300',
                   'NL91ABNA0417164301', 1, 'EUR', '', now(), uuidv7(), uuidv7(), state,
                   CASE WHEN outcome IS NULL OR state <> outcome THEN 'RESERVE' END,
                   outcome, CASE outcome WHEN 'REJECTED' THEN 'NOT_LIKED' END,
                   CASE outcome WHEN 'REJECTED' THEN 'It is not liked.' END,
                   0, 4, 0, now(), CASE WHEN state = outcome THEN now() END,
                   'infinity', 'infinity', 'infinity',
                   CASE WHEN state = outcome THEN 'infinity'
                        ELSE now() + interval '1 day' END
            FROM (SELECT n, CASE WHEN n % (:sagas / 2) < 2000 THEN 'REJECTED'
                                 ELSE (ARRAY['RUNNING', 'NEEDS_ATTENTION', 'COMPENSATING',
                                             'REJECTED', 'CANCELLED'])[n % 200] END AS unusual
                  FROM generate_series(1, :sagas) AS n) AS made,
                 LATERAL (SELECT coalesce(unusual, 'COMPLETED') AS state,
                                 CASE WHEN unusual IN ('RUNNING', 'NEEDS_ATTENTION')
                                      THEN NULL
                                      WHEN unusual = 'COMPENSATING' THEN 'CANCELLED'
                                      ELSE coalesce(unusual, 'COMPLETED') END
                                 AS outcome) AS stands
            """;

    private static final String FILL_JOURNALS =
            """
            INSERT INTO journal (tenant_id, payment_id, seq, at, service, step, event,
                                 detail)
            SELECT tenant_id, payment_id, seq, now(), 'test', 'saga', 'Test', ''
            FROM saga, generate_series(1, 4) AS seq WHERE tenant_id = :tenant
            """;

    @Autowired Sagas sagas;
    @Autowired Journal journal;
    @Autowired EntityManager entities;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Stores stores;

    private boolean stored;

    @BeforeEach
    void store() {
        if (stored) {
            return;
        }
        superuser().sql(FILL).param("tenant", BIG.value()).param("sagas", SAGAS).update();
        superuser().sql(FILL_JOURNALS).param("tenant", BIG.value()).update();
        Reads.expect(stores.database("sagas").asSuperuser(), "saga", "journal");
        stored = true;
    }

    /// Every combination of filters, on the first page and on a later one.
    static Stream<Sagas.Query> queries() {
        Optional<Instant> ever = Optional.empty();
        Optional<PaymentId> first = Optional.empty();
        Optional<PaymentId> behind = Optional.of(Moments.firstAt(secondsAgo(SAGAS / 2)));
        Optional<Instant> soonAfter = Optional.of(secondsAgo(SAGAS / 2 - 20));
        Optional<Instant> old = Optional.of(secondsAgo(SAGAS - 20));
        return Stream.concat(
                        Stream.of(Optional.<Status>empty()),
                        Stream.of(Status.values()).map(Optional::of))
                .flatMap(
                        status ->
                                Stream.of(
                                        new Sagas.Query(BIG, status, ever, first, ROWS),
                                        new Sagas.Query(BIG, status, ever, behind, ROWS),
                                        new Sagas.Query(BIG, status, old, first, ROWS),
                                        new Sagas.Query(BIG, status, soonAfter, behind, ROWS)));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_filter_is_a_range_of_an_index(Sagas.Query query) {
        boolean everything = query.acceptedBefore().isEmpty() && query.after().isEmpty();

        assertReads(
                TenantScope.of(BIG),
                ROWS,
                () -> assertThat(sagas.list(query)).matches(it -> !everything || !it.isEmpty()));
    }

    @Test
    void one_saga_and_its_journal_are_read_by_key() {
        SagaKey key = some(1).getFirst();

        assertReads(TenantScope.of(BIG), 1, () -> assertThat(sagas.find(key)).isPresent());
        assertReads(
                TenantScope.of(BIG),
                4,
                () -> {
                    entities.clear();
                    assertThat(journal.of(key)).hasSize(4);
                });
    }

    @Test
    void a_batch_is_locked_by_its_keys() {
        List<SagaKey> keys = some(20);

        assertReads(
                TenantScope.worker(),
                keys.size(),
                () -> assertThat(sagas.lock(keys)).hasSameSizeAs(keys));
    }

    @Test
    void the_clock_reads_what_rings() {
        Instant inTwoDays = Instant.now().plus(2, ChronoUnit.DAYS);

        assertReads(
                TenantScope.worker(),
                ROWS,
                () -> assertThat(sagas.lockDue(inTwoDays, ROWS)).isNotEmpty());
    }

    @Test
    void open_sagas_are_counted_without_those_that_ended() {
        int open =
                superuser()
                        .sql("SELECT count(*) FROM saga WHERE ended_at IS NULL")
                        .query(Integer.class)
                        .single();

        assertThat(open).isLessThan(SAGAS / 10);
        assertReads(TenantScope.worker(), open, () -> assertThat(sagas.countOpen()).isNotEmpty());
    }

    private void assertReads(TenantScope scope, int rows, Runnable query) {
        ConnectionCallback<Reads> queries = connection -> Reads.mostOf(connection, query);
        Reads reads =
                scope.call(
                        () ->
                                transaction.execute(
                                        status -> {
                                            status.setRollbackOnly();
                                            return jdbc.execute(queries);
                                        }));

        assertThat(reads).matches(each -> each.isIndexRange(rows + REST), rows + " index entries");
    }

    private List<SagaKey> some(int number) {
        return superuser()
                .sql(
                        """
                        SELECT payment_id FROM saga WHERE tenant_id = :tenant
                        ORDER BY payment_id DESC LIMIT :number
                        """)
                .param("tenant", BIG.value())
                .param("number", number)
                .query((row, _) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .stream()
                .map(id -> new SagaKey(BIG, id))
                .toList();
    }

    private JdbcClient superuser() {
        return JdbcClient.create(stores.database("sagas").asSuperuser());
    }

    private static Instant secondsAgo(int seconds) {
        return Instant.now().minus(seconds, ChronoUnit.SECONDS);
    }
}
