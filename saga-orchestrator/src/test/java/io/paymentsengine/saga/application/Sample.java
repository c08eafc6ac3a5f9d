package io.paymentsengine.saga.application;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.saga.domain.Payment;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaEngine;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Timeouts;
import java.time.Duration;
import java.time.Instant;

/// Values for tests of use cases.
final class Sample {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final AccountId DEBTOR = new AccountId(Ids.next());
    static final AccountId CREDITOR = new AccountId(Ids.next());
    static final Timeouts TIMEOUTS =
            new Timeouts(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5));
    static final SagaEngine ENGINE = new SagaEngine(PaymentSaga.PAYMENT, TIMEOUTS);
    static final Payment PAYMENT =
            new Payment(
                    AccountReference.to(DEBTOR),
                    AccountReference.to(CREDITOR),
                    Money.of(12_550, "EUR"),
                    "Invoice 1",
                    NOW);

    private Sample() {}

    static SagaKey key() {
        return new SagaKey(new TenantId("STD-001"), new PaymentId(Ids.next()));
    }
}
