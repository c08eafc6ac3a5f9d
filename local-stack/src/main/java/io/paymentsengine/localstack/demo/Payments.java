package io.paymentsengine.localstack.demo;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// The payments of a tenant.
record Payments(Api payments) {

    private static final String ACCEPTED = "ACCEPTED";
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int POLLS_MAX = 300;

    /// A payment to request.
    record Order(String debtor, String creditor, String amount, String reference) {

        Map<String, Object> body() {
            return Map.of(
                    "debtorAccount", debtor,
                    "creditorAccount", creditor,
                    "amount", Customers.amount(amount),
                    "reference", reference);
        }
    }

    /// Requests a payment and waits for its end.
    ///
    /// @return the payment, which may still be accepted after 300 polls
    JsonNode pay(Order order, String idempotencyKey) {
        JsonNode payment =
                payments.post(
                        "/payments",
                        order.body(),
                        Map.of("Idempotency-Key", idempotencyKey, "Prefer", "wait=20"));
        String path = "/payments/" + payment.get("id").asString();
        for (int polls = 0; isAccepted(payment) && polls < POLLS_MAX; polls++) {
            LockSupport.parkNanos(POLL_NANOS);
            payment = payments.get(path);
        }
        return payment;
    }

    /// The events of a payment, in order.
    Iterable<JsonNode> timeline(JsonNode payment) {
        return payments.get("/payments/" + payment.get("id").asString() + "/timeline").get("items");
    }

    private static boolean isAccepted(JsonNode payment) {
        return payment.get("status").asString().equals(ACCEPTED);
    }
}
