package io.paymentsengine.suite.journeys;

import io.paymentsengine.suite.journeys.ApiDocument.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Valid bodies for the operations that take one.
public final class Bodies {

    private static final String PAYMENT =
            """
            {"debtorAccount": "%1$s", "creditorAccount": "%2$s", "reference": "A sample",
             "amount": {"value": "1.00", "currency": "EUR"}}""";

    private static final String WHO_AND_WHY =
            "{\"operator\": \"A journey\", \"reason\": \"To see\"}";

    /// The bodies by operation. Arguments: two references to accounts and an idempotency key.
    private static final Map<String, String> BODIES =
            Map.of(
                    "POST /api/v1/payments",
                    PAYMENT,
                    "POST /api/v1/payments/bulk",
                    "{\"items\": [{\"idempotencyKey\": \"%3$s\", \"payment\": " + PAYMENT + "}]}",
                    "POST /api/v1/validations",
                    PAYMENT,
                    "POST /api/v1/accounts",
                    "{\"currency\": \"EUR\", \"name\": \"One's own\", \"overdraftLimit\": \"0.00\"}",
                    "POST /api/v1/accounts/lookup",
                    "{\"accounts\": [\"%1$s\", \"%2$s\"]}",
                    "POST /api/v1/accounts/{}/deposits",
                    "{\"amount\": {\"value\": \"1.00\", \"currency\": \"EUR\"}}",
                    "PUT /api/v1/limits",
                    """
                    {"largestPayment": {"EUR": "10000.00"}, "paymentsPerMinuteAndAccount": 600,
                     "paymentsPerMinute": 60000, "operator": "A journey", "reason": "To see"}""",
                    "POST /api/v1/sagas/{}/retry",
                    WHO_AND_WHY,
                    "POST /api/v1/sagas/{}/compensate",
                    WHO_AND_WHY);

    private Bodies() {}

    /// A valid body for the operation, or empty if it takes none.
    ///
    /// @param account a reference to an account
    /// @param other a reference to another account
    public static Optional<String> of(Operation operation, String account, String other) {
        return Optional.ofNullable(BODIES.get(operation.name()))
                .map(form -> form.formatted(account, other, UUID.randomUUID()));
    }
}
