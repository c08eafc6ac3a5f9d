package io.paymentsengine.suite.faults;

import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;

/// What one client will do.
///
/// @param stranger another tenant, who sees nothing of it
/// @param key the `Idempotency-Key`: who may have to repeat a request needs one
public record Order(Tenant tenant, Tenant stranger, PaymentOrder payment, String key, Kind kind) {

    /// What is special about it.
    public enum Kind {
        PLAIN,
        /// The request is answered when the payment has ended, or later than the client would wait.
        WAITED,
        /// At the same time, with the same key.
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
