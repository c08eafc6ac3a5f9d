package io.paymentsengine.saga.storage;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.saga.domain.AccountPair;
import io.paymentsengine.saga.domain.Deadlines;
import io.paymentsengine.saga.domain.Outcome;
import io.paymentsengine.saga.domain.Payment;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Open;
import io.paymentsengine.saga.domain.Status;
import io.paymentsengine.saga.domain.Step;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Maps a saga to the columns of its row.
final class SagaColumns {

    private SagaColumns() {}

    static TenantId tenant(PaymentSaga saga) {
        return saga.key().tenant();
    }

    static PaymentId payment(PaymentSaga saga) {
        return saga.key().payment();
    }

    static @Nullable String traceParent(PaymentSaga saga) {
        return saga.traceParent().orElse(null);
    }

    static @Nullable AccountReference debtor(PaymentSaga saga) {
        return of(saga.payment(), Payment::debtor);
    }

    static @Nullable AccountReference creditor(PaymentSaga saga) {
        return of(saga.payment(), Payment::creditor);
    }

    static @Nullable Long amount(PaymentSaga saga) {
        return of(saga.payment(), payment -> payment.amount().minorUnits());
    }

    static @Nullable Currency currency(PaymentSaga saga) {
        return of(saga.payment(), payment -> payment.amount().currency());
    }

    static @Nullable String reference(PaymentSaga saga) {
        return of(saga.payment(), Payment::reference);
    }

    static @Nullable Instant requestedAt(PaymentSaga saga) {
        return of(saga.payment(), Payment::requestedAt);
    }

    static @Nullable AccountId debtorAccount(PaymentSaga saga) {
        return of(saga.accounts(), AccountPair::debtor);
    }

    static @Nullable AccountId creditorAccount(PaymentSaga saga) {
        return of(saga.accounts(), AccountPair::creditor);
    }

    static Status state(PaymentSaga saga) {
        return saga.status();
    }

    static @Nullable Step step(PaymentSaga saga) {
        return saga.instance().state() instanceof Open open ? open.step() : null;
    }

    static @Nullable String outcome(PaymentSaga saga) {
        return of(saga.outcome(), Outcome::word);
    }

    static @Nullable String reasonCode(PaymentSaga saga) {
        return of(saga.outcome().flatMap(Outcome::rejection), RejectionReason::code);
    }

    static @Nullable String reasonDetail(PaymentSaga saga) {
        return of(saga.outcome().flatMap(Outcome::rejection), RejectionReason::detail);
    }

    static int repeats(PaymentSaga saga) {
        return saga.instance().repeats();
    }

    static int entries(PaymentSaga saga) {
        return saga.instance().journalSize().entries();
    }

    static int idleEntries(PaymentSaga saga) {
        return saga.instance().journalSize().idle();
    }

    static Instant movedAt(PaymentSaga saga) {
        return saga.instance().movedAt();
    }

    static @Nullable Instant endedAt(PaymentSaga saga) {
        return saga.instance().state() instanceof Ended ended ? ended.at() : null;
    }

    static Deadlines deadlines(PaymentSaga saga) {
        return saga.instance().deadlines();
    }

    private static <T, C> @Nullable C of(Optional<T> part, Function<T, C> column) {
        return part.map(column).orElse(null);
    }
}
