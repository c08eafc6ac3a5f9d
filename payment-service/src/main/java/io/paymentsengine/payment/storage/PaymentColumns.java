package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Maps the columns of the payment table.
final class PaymentColumns {

    /// The columns that [#payment] reads.
    static final String ALL =
            """
            tenant_id, id, debtor, creditor, amount, currency, reference,
            status, reason_code, reason_detail, ended_at
            """;

    private PaymentColumns() {}

    static Payment payment(ResultSet row) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return inState(
                Payment.Status.valueOf(row.getString("status")),
                accepted(row),
                row.getString("reason_code"),
                row.getString("reason_detail"),
                endedAt == null ? null : endedAt.toInstant());
    }

    static Payment.Accepted accepted(ResultSet row) throws SQLException {
        return new Payment.Accepted(
                new TenantId(row.getString("tenant_id")),
                new PaymentId(row.getObject("id", UUID.class)),
                new Transfer(
                        new AccountReference(row.getString("debtor")),
                        new AccountReference(row.getString("creditor")),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("reference")));
    }

    static Payment inState(
            Payment.Status status,
            Payment.Accepted payment,
            @Nullable String reasonCode,
            @Nullable String reasonDetail,
            @Nullable Instant endedAt) {
        return switch (status) {
            case ACCEPTED -> payment;
            case COMPLETED -> payment.complete(given(endedAt));
            case REJECTED ->
                    payment.reject(
                            new RejectionReason(given(reasonCode), given(reasonDetail)),
                            given(endedAt));
            case CANCELLED -> payment.cancel(given(endedAt));
        };
    }

    private static <T> T given(@Nullable T column) {
        return Objects.requireNonNull(column, "the table's constraints do not hold");
    }
}
