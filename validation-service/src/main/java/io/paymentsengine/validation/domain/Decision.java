package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;

/// The verdict on a payment, reached once and kept.
public record Decision(Key key, Verdict verdict, Instant at) {

    /// Identifies a decision. There is one for each payment of a tenant.
    public record Key(TenantId tenant, PaymentId payment) {

        public static Key of(Payment payment) {
            return new Key(payment.tenant(), payment.id());
        }
    }
}
