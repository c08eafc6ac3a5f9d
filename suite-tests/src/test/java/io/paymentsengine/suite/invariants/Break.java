package io.paymentsengine.suite.invariants;

import static io.paymentsengine.localstack.service.Service.ACCOUNT_SERVICE;
import static io.paymentsengine.localstack.service.Service.PAYMENT_SERVICE;
import static io.paymentsengine.localstack.service.Service.SAGA_ORCHESTRATOR;
import static io.paymentsengine.localstack.service.Service.VALIDATION_SERVICE;

import io.paymentsengine.localstack.service.Service;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A change that breaks an invariant. The database would normally refuse it, so its triggers, checks and
/// unique indexes are removed first. The change lasts until the books are closed.
///
/// @param invariant the invariant's name
/// @param service the service whose data is changed
/// @param change one statement; `:payment` is the id of a completed payment
record Break(String invariant, Service service, String change) {

    private static final String WITHOUT_GUARDS =
            """
            DO $$
            DECLARE guard record;
            BEGIN
                SET LOCAL session_replication_role = replica;
                FOR guard IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
                             WHERE contype IN ('c', 'u') AND connamespace = 'public'::regnamespace
                LOOP
                    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', guard.owner, guard.conname);
                END LOOP;
                FOR guard IN SELECT indexrelid::regclass AS name FROM pg_index
                             JOIN pg_class ON pg_class.oid = indrelid
                             WHERE indisunique AND NOT indisprimary
                               AND relnamespace = 'public'::regnamespace
                               AND NOT EXISTS (SELECT FROM pg_constraint
                                               WHERE conindid = indexrelid)
                LOOP
                    EXECUTE format('DROP INDEX %s', guard.name);
                END LOOP;
            END $$
            """;

    void in(Books books, String payment) {
        JdbcClient database = books.of(service);
        database.sql(WITHOUT_GUARDS).update();
        int rows = database.sql(change).param("payment", payment).update();
        if (rows == 0) {
            throw new AssertionError("no row was changed by " + change);
        }
    }

    @Override
    public String toString() {
        return "not: " + invariant;
    }

    /// At least one for each invariant that needs no receipts.
    static Stream<Break> all() {
        return Stream.of(
                        ofPayments(),
                        ofSagas(),
                        ofTransfers(),
                        ofFunds(),
                        ofDeposits(),
                        ofAgreement(),
                        ofAccounts(),
                        ofOutboxes())
                .flatMap(List::stream);
    }

    private static List<Break> ofPayments() {
        return List.of(
                new Break(
                        "every accepted payment has ended",
                        PAYMENT_SERVICE,
                        "UPDATE payment SET status = 'ACCEPTED' WHERE id = :payment::uuid"),
                new Break(
                        "an idempotency key makes one payment",
                        PAYMENT_SERVICE,
                        """
                        INSERT INTO payment (tenant_id, id, debtor, creditor, amount, currency,
                                             reference, idempotency_key, status, ended_at)
                        SELECT tenant_id, uuidv7(), debtor, creditor, amount, currency,
                               reference, idempotency_key, status, ended_at
                        FROM payment WHERE id = :payment::uuid
                        """),
                new Break(
                        "a payment belongs to one tenant",
                        PAYMENT_SERVICE,
                        """
                        INSERT INTO payment (tenant_id, id, debtor, creditor, amount, currency,
                                             reference, status, ended_at)
                        SELECT 'NED-001', id, debtor, creditor, amount, currency,
                               reference, status, ended_at
                        FROM payment WHERE id = :payment::uuid
                        """));
    }

    private static List<Break> ofSagas() {
        return List.of(
                new Break(
                        "every saga has ended",
                        SAGA_ORCHESTRATOR,
                        "UPDATE saga SET ended_at = NULL WHERE payment_id = :payment::uuid"),
                new Break(
                        "a saga's journal tells of one end",
                        SAGA_ORCHESTRATOR,
                        """
                        INSERT INTO journal (tenant_id, payment_id, seq, at, service, step, event,
                                             detail)
                        SELECT tenant_id, payment_id, seq + 1000, at, service, step, event, detail
                        FROM journal WHERE payment_id = :payment::uuid
                        """),
                new Break(
                        "a saga's journal tells of one end",
                        SAGA_ORCHESTRATOR,
                        "DELETE FROM journal WHERE payment_id = :payment::uuid"));
    }

    private static List<Break> ofTransfers() {
        return List.of(
                new Break(
                        "the entries of a transfer sum to zero in each currency",
                        ACCOUNT_SERVICE,
                        """
                        UPDATE entry SET amount = amount + 1
                        WHERE transfer_id = :payment::uuid AND amount > 0
                        """),
                new Break(
                        "a transfer has entries",
                        ACCOUNT_SERVICE,
                        "DELETE FROM entry WHERE transfer_id = :payment::uuid"),
                new Break(
                        "a balance is the sum of its account's entries",
                        ACCOUNT_SERVICE,
                        """
                        UPDATE account SET balance = balance + 1 WHERE id IN (
                            SELECT account_id FROM entry WHERE transfer_id = :payment::uuid)
                        """),
                new Break(
                        "each entry tells the balance after it",
                        ACCOUNT_SERVICE,
                        """
                        UPDATE entry SET balance_after = balance_after + 1
                        WHERE transfer_id = :payment::uuid
                        """));
    }

    private static List<Break> ofFunds() {
        return List.of(
                new Break(
                        "no available balance is below its limit",
                        ACCOUNT_SERVICE,
                        """
                        UPDATE account SET reserved = balance + overdraft_limit + 1 WHERE id IN (
                            SELECT account_id FROM entry WHERE transfer_id = :payment::uuid)
                        """),
                new Break(
                        "what is reserved on an account is what its payments hold",
                        ACCOUNT_SERVICE,
                        """
                        UPDATE account SET reserved = reserved + 1 WHERE id IN (
                            SELECT account_id FROM entry WHERE transfer_id = :payment::uuid)
                        """),
                new Break(
                        "money stays with its tenant",
                        ACCOUNT_SERVICE,
                        """
                        UPDATE entry SET tenant_id = 'NED-001'
                        WHERE transfer_id = :payment::uuid AND amount > 0
                        """));
    }

    private static List<Break> ofDeposits() {
        return List.of(
                new Break(
                        "a deposit's key lets money in once",
                        ACCOUNT_SERVICE,
                        """
                        INSERT INTO transfer (tenant_id, id, kind, deposit_key, at)
                        SELECT tenant_id, uuidv7(), kind, deposit_key, at FROM transfer
                        WHERE deposit_key IS NOT NULL AND id IN (
                            SELECT deposited.transfer_id FROM entry AS deposited
                            JOIN entry AS paid USING (tenant_id, account_id)
                            WHERE paid.transfer_id = :payment::uuid)
                        """));
    }

    private static List<Break> ofAgreement() {
        return List.of(
                new Break(
                        "payment and saga tell of the same end",
                        SAGA_ORCHESTRATOR,
                        "UPDATE saga SET outcome = 'CANCELLED' WHERE payment_id = :payment::uuid"),
                new Break(
                        "payment and saga tell of the same end",
                        SAGA_ORCHESTRATOR,
                        "DELETE FROM saga WHERE payment_id = :payment::uuid"),
                new Break(
                        "completed payments, and they alone, moved what they ordered",
                        PAYMENT_SERVICE,
                        "UPDATE payment SET amount = amount + 1 WHERE id = :payment::uuid"),
                new Break(
                        "completed payments, and they alone, moved what they ordered",
                        PAYMENT_SERVICE,
                        "UPDATE payment SET status = 'CANCELLED' WHERE id = :payment::uuid"),
                new Break(
                        "money moved between the accounts that the saga found",
                        SAGA_ORCHESTRATOR,
                        """
                        UPDATE saga SET creditor_account = debtor_account
                        WHERE payment_id = :payment::uuid
                        """),
                new Break(
                        "nothing is held for a payment that has ended",
                        ACCOUNT_SERVICE,
                        """
                        UPDATE reservation SET state = 'HELD' WHERE payment_id = :payment::uuid
                        """));
    }

    private static List<Break> ofAccounts() {
        return List.of(
                new Break(
                        "money moved between the accounts that the payment names",
                        PAYMENT_SERVICE,
                        """
                        UPDATE payment SET debtor = creditor, creditor = debtor
                        WHERE id = :payment::uuid
                        """),
                new Break(
                        "money moved between the accounts that the payment names",
                        PAYMENT_SERVICE,
                        """
                        UPDATE payment SET creditor = 'NL91ABNA0417164300'
                        WHERE id = :payment::uuid
                        """),
                new Break(
                        "no money moved without an approval of its accounts",
                        VALIDATION_SERVICE,
                        "DELETE FROM decision WHERE payment_id = :payment::uuid"),
                new Break(
                        "no money moved without an approval of its accounts",
                        VALIDATION_SERVICE,
                        """
                        UPDATE decision SET debtor_id = creditor_id, creditor_id = debtor_id
                        WHERE payment_id = :payment::uuid
                        """));
    }

    private static List<Break> ofOutboxes() {
        return Stream.of(Service.values())
                .map(
                        service ->
                                new Break(
                                        service.title() + " has sent all that it committed",
                                        service,
                                        """
                                        INSERT INTO outbox (messages)
                                        SELECT '[]' WHERE :payment::text IS NOT NULL
                                        """))
                .toList();
    }
}
