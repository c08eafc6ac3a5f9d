package io.paymentsengine.saga.storage;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.saga.domain.AccountPair;
import io.paymentsengine.saga.domain.Deadlines;
import io.paymentsengine.saga.domain.Instance;
import io.paymentsengine.saga.domain.JournalSize;
import io.paymentsengine.saga.domain.Outcome;
import io.paymentsengine.saga.domain.Payment;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.State;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Running;
import io.paymentsengine.saga.domain.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sagas for tests of the storage.
final class SagaSamples {

    static final TenantId STANDARD = new TenantId("STD-001");
    static final TenantId NEDERLAND = new TenantId("NED-001");
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");

    private static final Outcome.Undone REJECTED =
            new Outcome.Rejected(new RejectionReason("NOT_LIKED", "It is not liked."));
    private static final Outcome.Undone CANCELLED = new Outcome.Cancelled();
    private static final AccountPair ACCOUNTS =
            new AccountPair(new AccountId(Ids.next()), new AccountId(Ids.next()));
    private static final Payment PAYMENT =
            new Payment(
                    AccountReference.to(ACCOUNTS.debtor()),
                    new AccountReference("NL91ABNA0417164300"),
                    Money.of(Long.MAX_VALUE, "JPY"),
                    "",
                    NOW);

    private SagaSamples() {}

    static List<PaymentSaga> ofEveryKind() {
        return List.of(
                running(STANDARD),
                stuck(STANDARD),
                validated(new Compensating(Step.RESERVE, CANCELLED), false),
                validated(new Compensating(Step.RESERVE, REJECTED), true),
                completed(),
                saga(STANDARD, Optional.empty(), instance(new Ended(REJECTED, NOW), false)),
                new PaymentSaga(
                        key(STANDARD),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        instance(new Ended(CANCELLED, NOW), false)));
    }

    /// A saga that has just started.
    static PaymentSaga running(TenantId tenant) {
        return saga(tenant, Optional.empty(), instance(new Running(Step.VALIDATE), false));
    }

    /// The same saga as it was when it started.
    static PaymentSaga justStarted(PaymentSaga later) {
        return new PaymentSaga(
                later.key(),
                Optional.of(PAYMENT),
                Optional.empty(),
                later.traceParent(),
                later.createdAt(),
                instance(new Running(Step.VALIDATE), false));
    }

    /// A saga whose alarm is due at this time.
    static PaymentSaga due(Instant at) {
        Deadlines deadlines = new Deadlines(at, Deadlines.NEVER, Deadlines.NEVER, at);
        Running state = new Running(Step.VALIDATE);
        return saga(
                STANDARD,
                Optional.empty(),
                new Instance(state, deadlines, false, 0, new JournalSize(1, 0), at));
    }

    /// A saga that needs attention.
    static PaymentSaga stuck(TenantId tenant) {
        return saga(tenant, Optional.of(ACCOUNTS), instance(new Running(Step.SETTLE), true));
    }

    static PaymentSaga completed() {
        return validated(new Ended(new Outcome.Completed(), NOW), false);
    }

    static SagaKey key(TenantId tenant) {
        return new SagaKey(tenant, new PaymentId(Ids.next()));
    }

    private static PaymentSaga validated(State state, boolean attention) {
        return saga(STANDARD, Optional.of(ACCOUNTS), instance(state, attention));
    }

    private static PaymentSaga saga(
            TenantId tenant, Optional<AccountPair> accounts, Instance instance) {
        return new PaymentSaga(
                key(tenant), Optional.of(PAYMENT), accounts, Optional.of("trace"), NOW, instance);
    }

    private static Instance instance(State state, boolean attention) {
        Deadlines deadlines =
                state instanceof Ended
                        ? Deadlines.NONE
                        : new Deadlines(
                                NOW.plusSeconds(10), NOW.plusSeconds(120), Deadlines.NEVER, NOW);
        return new Instance(state, deadlines, attention, 3, new JournalSize(7, 2), NOW);
    }
}
