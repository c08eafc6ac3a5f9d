package io.paymentsengine.suite.faults;

import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;

/// What one client does.
///
/// @param stranger another tenant, which must not see the payment
/// @param key the `Idempotency-Key`, which a client needs to repeat a request
public record Order(Tenant tenant, Tenant stranger, PaymentOrder payment, String key, Kind kind) {

    /// The variant of the order.
    public enum Kind {
        PLAIN,
        /// The request waits for the payment's end, or for the client's maximum wait.
        WAITED,
        /// Two simultaneous requests with the same key.
        REPEATED,
        CANCELLED,
        BEYOND_FUNDS;

        boolean mayEnd(String status) {
            return switch (this) {
                case PLAIN, WAITED, REPEATED -> status.equals("COMPLETED");
                case CANCELLED -> status.equals("CANCELLED") || status.equals("COMPLETED");
                case BEYOND_FUNDS -> status.equals("REJECTED");
            };
        }
    }
}
