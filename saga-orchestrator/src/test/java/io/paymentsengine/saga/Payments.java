package io.paymentsengine.saga;

import io.paymentsengine.contracts.SagaCommand.CancelPayment;
import io.paymentsengine.contracts.SagaCommand.StartPayment;
import io.paymentsengine.contracts.SagaReply.PaymentValidated;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Instant;

/// Payments for tests.
final class Payments {

    static final TenantId TENANT = new TenantId("STD-001");
    static final TenantId OTHER_TENANT = new TenantId("NED-001");
    static final AccountId DEBTOR = new AccountId(Ids.next());
    static final AccountId CREDITOR = new AccountId(Ids.next());
    static final AccountReference CREDITOR_IBAN = new AccountReference("NL91ABNA0417164300");
    static final Money AMOUNT = Money.of(12_550, "EUR");
    static final RejectionReason REASON = new RejectionReason("NOT_LIKED", "It is not liked.");

    /// A future time counts as now, so no saga is late, however long the tests take.
    static final Instant REQUESTED_AT = Instant.parse("2999-11-21T12:00:00.123Z");

    private Payments() {}

    static SagaKey next() {
        return next(TENANT);
    }

    static SagaKey next(TenantId tenant) {
        return new SagaKey(tenant, new PaymentId(Ids.next()));
    }

    static StartPayment start(SagaKey key) {
        return new StartPayment(
                key.payment(),
                AccountReference.to(DEBTOR),
                CREDITOR_IBAN,
                AMOUNT,
                "Invoice 1",
                REQUESTED_AT);
    }

    static CancelPayment cancel(SagaKey key) {
        return new CancelPayment(key.payment(), REQUESTED_AT);
    }

    static PaymentValidated validated(SagaKey key) {
        return new PaymentValidated(key.payment(), DEBTOR, CREDITOR);
    }
}
