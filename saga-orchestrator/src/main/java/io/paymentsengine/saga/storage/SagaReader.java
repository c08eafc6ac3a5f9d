package io.paymentsengine.saga.storage;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.saga.domain.AccountPair;
import io.paymentsengine.saga.domain.Deadlines;
import io.paymentsengine.saga.domain.Instance;
import io.paymentsengine.saga.domain.JournalSize;
import io.paymentsengine.saga.domain.Outcome;
import io.paymentsengine.saga.domain.Payment;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.State;
import io.paymentsengine.saga.domain.Status;
import io.paymentsengine.saga.domain.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// Reads a saga from its row.
final class SagaReader {

    private SagaReader() {}

    static PaymentSaga read(ResultSet row, int number) throws SQLException {
        return new PaymentSaga(
                new SagaKey(
                        new TenantId(row.getString("tenant_id")),
                        new PaymentId(row.getObject("payment_id", UUID.class))),
                payment(row),
                accounts(row),
                Optional.ofNullable(row.getString("trace_parent")),
                time(row, "created_at"),
                instance(row));
    }

    private static Optional<Payment> payment(ResultSet row) throws SQLException {
        String debtor = row.getString("debtor");
        return debtor == null
                ? Optional.empty()
                : Optional.of(
                        new Payment(
                                new AccountReference(debtor),
                                new AccountReference(row.getString("creditor")),
                                Money.of(row.getLong("amount"), row.getString("currency")),
                                row.getString("reference"),
                                time(row, "requested_at")));
    }

    private static Optional<AccountPair> accounts(ResultSet row) throws SQLException {
        UUID debtor = row.getObject("debtor_account", UUID.class);
        return debtor == null
                ? Optional.empty()
                : Optional.of(
                        new AccountPair(
                                new AccountId(debtor),
                                new AccountId(row.getObject("creditor_account", UUID.class))));
    }

    private static Instance instance(ResultSet row) throws SQLException {
        return new Instance(
                state(row),
                deadlines(row),
                row.getString("state").equals(Status.NEEDS_ATTENTION.name()),
                row.getInt("repeats"),
                new JournalSize(row.getInt("entries"), row.getInt("idle_entries")),
                time(row, "moved_at"));
    }

    private static State state(ResultSet row) throws SQLException {
        String step = row.getString("step");
        String outcome = row.getString("outcome");
        if (step == null) {
            return new State.Ended(outcome(row, outcome), time(row, "ended_at"));
        }
        return outcome == null
                ? new State.Running(Step.valueOf(step))
                : new State.Compensating(Step.valueOf(step), undone(row, outcome));
    }

    private static Outcome outcome(ResultSet row, String word) throws SQLException {
        return word.equals("COMPLETED") ? new Outcome.Completed() : undone(row, word);
    }

    private static Outcome.Undone undone(ResultSet row, String word) throws SQLException {
        return switch (word) {
            case "REJECTED" ->
                    new Outcome.Rejected(
                            new RejectionReason(
                                    row.getString("reason_code"), row.getString("reason_detail")));
            case "CANCELLED" -> new Outcome.Cancelled();
            default -> throw new IllegalStateException("no saga is undone as " + word);
        };
    }

    private static Deadlines deadlines(ResultSet row) throws SQLException {
        return new Deadlines(
                time(row, "step_deadline"),
                time(row, "saga_deadline"),
                time(row, "attention_deadline"),
                time(row, "alarm"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time.equals(OffsetDateTime.MAX) ? Deadlines.NEVER : time.toInstant();
    }
}
