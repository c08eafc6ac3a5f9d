package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A payment as JPA reads it, one at a time.
@Entity
@Immutable
@Table(name = "payment")
class PaymentRow {

    @EmbeddedId private Key key;
    private String debtor;
    private String creditor;
    private long amount;
    private String currency;
    private String reference;

    @Enumerated(EnumType.STRING)
    private Payment.Status status;

    private @Nullable String reasonCode;
    private @Nullable String reasonDetail;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected PaymentRow() {}

    @Embeddable
    record Key(String tenantId, UUID id) {}

    Payment payment() {
        Payment.Accepted accepted =
                new Payment.Accepted(
                        new TenantId(key.tenantId),
                        new PaymentId(key.id),
                        new Transfer(
                                new AccountReference(debtor),
                                new AccountReference(creditor),
                                Money.of(amount, currency),
                                reference));
        return PaymentColumns.inState(status, accepted, reasonCode, reasonDetail, endedAt);
    }
}
