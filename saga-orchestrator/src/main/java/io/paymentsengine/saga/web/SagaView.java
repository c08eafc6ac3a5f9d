package io.paymentsengine.saga.web;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.saga.domain.Instance;
import io.paymentsengine.saga.domain.Intervention;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.Outcome;
import io.paymentsengine.saga.domain.Payment;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Open;
import io.paymentsengine.saga.domain.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A saga as operators see it.
///
/// @param step the step whose answer is awaited; absent once the saga has ended
/// @param outcome how the saga has ended, or will end once everything is undone
/// @param reason why the payment is rejected
/// @param debtorAccount unknown, like the rest of the payment, if it was cancelled before it started
/// @param repeats how often the step was requested again
/// @param movedAt when the saga entered its state
/// @param journal present only when one saga is read, not in lists or after an intervention
record SagaView(
        PaymentId paymentId,
        Status state,
        @Nullable String step,
        @Nullable String outcome,
        @Nullable RejectionReason reason,
        @Nullable AccountReference debtorAccount,
        @Nullable AccountReference creditorAccount,
        @Nullable Amount amount,
        int repeats,
        Instant createdAt,
        Instant movedAt,
        @Nullable Instant endedAt,
        @Nullable List<EntryView> journal) {

    /// One entry of the journal, including the operator who intervened, and why.
    record EntryView(
            int seq,
            Instant at,
            String service,
            String step,
            String event,
            String detail,
            @Nullable String operator,
            @Nullable String reason) {

        static EntryView of(JournalEntry entry) {
            return new EntryView(
                    entry.seq(),
                    entry.at(),
                    entry.cause().service(),
                    entry.cause().step(),
                    entry.cause().event(),
                    entry.detail(),
                    entry.cause().intervention().map(Intervention::operator).orElse(null),
                    entry.cause().intervention().map(Intervention::reason).orElse(null));
        }
    }

    static SagaView of(PaymentSaga saga) {
        return of(saga, null);
    }

    static SagaView of(PaymentSaga saga, @Nullable List<JournalEntry> journal) {
        Instance instance = saga.instance();
        Optional<Payment> payment = saga.payment();
        Optional<Outcome> outcome = saga.outcome();
        return new SagaView(
                saga.key().payment(),
                saga.status(),
                instance.state() instanceof Open open ? open.step().word() : null,
                outcome.map(Outcome::word).orElse(null),
                outcome.flatMap(Outcome::rejection).orElse(null),
                payment.map(Payment::debtor).orElse(null),
                payment.map(Payment::creditor).orElse(null),
                payment.map(Payment::amount).map(Amount::of).orElse(null),
                instance.repeats(),
                saga.createdAt(),
                instance.movedAt(),
                instance.state() instanceof Ended ended ? ended.at() : null,
                journal == null ? null : journal.stream().map(EntryView::of).toList());
    }
}
