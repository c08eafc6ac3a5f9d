package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import java.util.List;

/// SQL for the rows of a [History], as each service would have written them.
final class HistoryRows {

    /// A function that spreads `of` moments evenly over a period, and returns the moment of one number.
    static final String MOMENT =
            """
            CREATE FUNCTION pg_temp.moment(number bigint, of bigint, since text, span bigint)
                RETURNS timestamptz LANGUAGE sql STABLE AS $$
                SELECT date_trunc('milliseconds',
                    since::timestamptz + make_interval(secs => span * number::float8 / of)) $$
            """;

    /// The payers and their payments. They are the same in each database, because they follow from the
    /// payment's number. The identifier is a UUIDv7.
    static final List<String> PAID =
            List.of(
                    MOMENT,
                    """
                    CREATE FUNCTION pg_temp.identifier(at timestamptz, salt text)
                        RETURNS uuid LANGUAGE sql STABLE AS $$
                        SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0')
                            || '7' || substr(md5(salt), 1, 3) || '8' || substr(md5(salt), 4, 15))::uuid
                        $$
                    """,
                    """
                    CREATE FUNCTION pg_temp.draw(number bigint, seed bigint, of bigint)
                        RETURNS bigint LANGUAGE sql STABLE AS $$
                        SELECT (hashint8extended(number, seed) & 2147483647) % of $$
                    """,
                    """
                    CREATE TEMPORARY TABLE customer AS
                    SELECT place - 1 AS place, id::uuid AS id
                    FROM unnest(:accounts) WITH ORDINALITY AS named (id, place)
                    """,
                    "ANALYZE customer",
                    """
                    CREATE TEMPORARY TABLE paid AS
                    SELECT number, at, pg_temp.identifier(at, 'payment ' || number) AS id,
                           debtor.id AS debtor, creditor.id AS creditor,
                           1 + number % 100000 AS amount
                    FROM (SELECT number, pg_temp.moment(number, :payments, :from, :span) AS at,
                                 pg_temp.draw(number, 1, cardinality(:accounts)) AS pays,
                                 1 + pg_temp.draw(number, 2, cardinality(:accounts) - 1) AS further
                          FROM generate_series(1::bigint, :payments) AS number) AS drawn
                    JOIN customer AS debtor ON debtor.place = pays
                    JOIN customer AS creditor
                        ON creditor.place = (pays + further) % cardinality(:accounts)
                    """);

    /// Idempotency keys of the last week are still stored.
    private static final List<String> PAYMENTS =
            List.of(
                    """
                    INSERT INTO payment (tenant_id, id, debtor, creditor, amount, currency, reference,
                                         idempotency_key, status, ended_at)
                    SELECT 'STD-001', id, debtor::text, creditor::text, amount, 'EUR', 'history',
                           CASE WHEN at > now() - interval '7 days' THEN 'history ' || number END,
                           'COMPLETED', at + interval '90 ms'
                    FROM paid ORDER BY number
                    """);

    private static final List<String> DECISIONS =
            List.of(
                    """
                    INSERT INTO decision (tenant_id, payment_id, outcome, debtor_id, creditor_id,
                                          decided_at)
                    SELECT 'STD-001', id, 'APPROVED', debtor, creditor, at + interval '20 ms'
                    FROM paid ORDER BY number
                    """);

    private static final List<String> SAGAS =
            List.of(
                    """
                    INSERT INTO saga (tenant_id, payment_id, created_at, debtor, creditor, amount,
                        currency, reference, requested_at, debtor_account, creditor_account, state,
                        outcome, repeats, entries, idle_entries, moved_at, ended_at, step_deadline,
                        saga_deadline, attention_deadline, alarm)
                    SELECT 'STD-001', id, at + interval '10 ms', debtor::text, creditor::text, amount,
                           'EUR', 'history', at, debtor, creditor, 'COMPLETED', 'COMPLETED', 0, 4, 0,
                           at + interval '80 ms', at + interval '80 ms', 'infinity', 'infinity',
                           'infinity', 'infinity'
                    FROM paid ORDER BY number
                    """,
                    """
                    INSERT INTO journal (tenant_id, payment_id, seq, at, service, step, event, detail)
                    SELECT 'STD-001', id, seq, at + seq * interval '20 ms', service, step, event, detail
                    FROM paid CROSS JOIN (VALUES
                        (1, 'payment-service', 'saga', 'StartPayment', 'requests validate'),
                        (2, 'validation-service', 'validate', 'PaymentValidated', 'requests reserve'),
                        (3, 'account-service', 'reserve', 'FundsReserved', 'requests settle'),
                        (4, 'account-service', 'settle', 'PaymentSettled', 'ends COMPLETED'))
                        AS step (seq, service, step, event, detail)
                    ORDER BY number, seq
                    """);

    private static final List<String> LEDGER =
            List.of(
                    """
                    INSERT INTO account (tenant_id, id, kind, currency, name, status, overdraft_limit,
                                         last_entry_at, created_at)
                    VALUES ('STD-001', uuidv7(), 'FUNDING', 'EUR', 'Funding EUR', 'OPEN',
                            1000000000000000000, now(), now())
                    ON CONFLICT DO NOTHING
                    """,
                    """
                    CREATE TEMPORARY TABLE moved AS
                    SELECT id, 'PAYMENT' AS kind, at, debtor, creditor, amount::int FROM paid
                    UNION ALL
                    SELECT pg_temp.identifier(at, 'deposit ' || number), 'DEPOSIT', at, funding.id,
                           customer.id, 10000
                    FROM (SELECT number, pg_temp.moment(number, :deposits, :from, :span) AS at
                          FROM generate_series(1::bigint, :deposits) AS number) AS drawn
                    JOIN customer ON place = pg_temp.draw(number, 3, cardinality(:accounts))
                    CROSS JOIN (SELECT id FROM account WHERE tenant_id = 'STD-001'
                                AND kind = 'FUNDING' AND currency = 'EUR') AS funding
                    """,
                    """
                    INSERT INTO reservation (tenant_id, payment_id, account_id, amount, currency, state,
                                             creditor_id, created_at, ended_at)
                    SELECT 'STD-001', id, debtor, amount, 'EUR', 'SETTLED', creditor, at, at
                    FROM paid ORDER BY number
                    """,
                    """
                    INSERT INTO transfer (tenant_id, id, kind, at)
                    SELECT 'STD-001', id, kind, at FROM moved ORDER BY id
                    """,
                    """
                    INSERT INTO entry (tenant_id, account_id, at, seq, id, transfer_id, amount,
                                       currency, balance_after)
                    SELECT 'STD-001', account, at, row_number() OVER chain, gen_random_uuid(), id,
                           amount, 'EUR', sum(amount) OVER chain
                    FROM (SELECT id, at, debtor AS account, - amount AS amount FROM moved
                          UNION ALL
                          SELECT id, at, creditor, amount FROM moved) AS side
                    WINDOW chain AS (PARTITION BY account ORDER BY at, id ROWS UNBOUNDED PRECEDING)
                    """,
                    """
                    UPDATE account
                    SET balance = booked.balance, entry_count = entries, last_entry_at = last,
                        created_at = :from::timestamptz
                    FROM (SELECT account_id, sum(amount)::bigint AS balance, count(*) AS entries,
                                 max(at) AS last
                          FROM entry GROUP BY account_id) AS booked
                    WHERE tenant_id = 'STD-001' AND id = account_id
                    """);

    private HistoryRows() {}

    /// The statements for the service's database; they need [#PAID] to have been run before.
    static List<String> of(Service service) {
        return switch (service) {
            case PAYMENT_SERVICE -> PAYMENTS;
            case VALIDATION_SERVICE -> DECISIONS;
            case SAGA_ORCHESTRATOR -> SAGAS;
            case ACCOUNT_SERVICE -> LEDGER;
        };
    }
}
