package io.paymentsengine.contracts;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Optional;

/// Notifications on Redis channels that something about payments has changed. They may get lost, so they only
/// tell a reader when to look. A message has a line `tenant/paymentId` for each payment.
public final class Notifications {

    /// Channel of saga-orchestrator: sagas have advanced.
    public static final String PROGRESS = "payments.progress";

    /// Channel between the replicas of payment-service: payments have ended.
    public static final String ENDED = "payments.ended";

    private static final char SEPARATOR = '/';

    private Notifications() {}

    /// The line for a payment.
    public static String line(TenantId tenant, PaymentId payment) {
        return tenant.value() + SEPARATOR + payment;
    }

    /// The payment that a line is about, or empty if it is no such line.
    public static Optional<PaymentId> paymentOf(String line) {
        try {
            return Optional.of(PaymentId.of(line.substring(line.indexOf(SEPARATOR) + 1)));
        } catch (IllegalArgumentException noLine) {
            return Optional.empty();
        }
    }
}
