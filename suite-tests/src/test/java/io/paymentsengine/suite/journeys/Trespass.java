package io.paymentsengine.suite.journeys;

import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Caller;
import io.paymentsengine.suite.journeys.ApiDocument.Operation;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An operation tried on somebody else's data.
///
/// @param path with the ids of the data in it
/// @param body that would be right if the data were one's own
record Trespass(Operation operation, String path, @Nullable String body) {

    private static final String PAYMENT =
            """
            {"debtorAccount": "%1$s", "creditorAccount": "%2$s", "reference": "A trespass",
             "amount": {"value": "1.00", "currency": "EUR"}}""";

    private static final String WHO_AND_WHY = "{\"operator\": \"A stranger\", \"why\": \"To see\"}";

    /// The bodies of all operations that take one, with the secrets' account and IBAN as arguments.
    private static final Map<String, String> BODIES =
            Map.of(
                    "POST /api/v1/payments",
                    PAYMENT,
                    "POST /api/v1/validations",
                    PAYMENT,
                    "POST /api/v1/accounts",
                    "{\"currency\": \"EUR\", \"name\": \"One's own\"}",
                    "POST /api/v1/accounts/lookup",
                    "{\"accounts\": [\"%1$s\", \"%2$s\"]}",
                    "POST /api/v1/accounts/{}/deposits",
                    "{\"amount\": {\"value\": \"1.00\", \"currency\": \"EUR\"}}",
                    "PUT /api/v1/limits",
                    """
                    {"largestPayment": {"EUR": "10000.00"}, "paymentsPerMinuteAndAccount": 600,
                     "paymentsPerMinute": 60000, "operator": "A stranger", "why": "To see"}""",
                    "POST /api/v1/sagas/{}/retry",
                    WHO_AND_WHY,
                    "POST /api/v1/sagas/{}/compensate",
                    WHO_AND_WHY);

    static Trespass on(Secrets secrets, Operation operation) {
        return new Trespass(
                operation,
                operation.path().replaceAll(Operation.PARAMETER, idOf(secrets, operation)),
                Optional.ofNullable(BODIES.get(operation.name()))
                        .map(form -> form.formatted(secrets.account(), secrets.iban()))
                        .orElse(null));
    }

    /// Tries it.
    Answer by(Caller caller) {
        return caller.call(operation.service(), operation.method(), path, body);
    }

    /// Whether the path is that of somebody else's resource.
    boolean namesWhatIsAnothers() {
        return !path.equals(operation.path());
    }

    /// All that the request itself says.
    String said() {
        return path + body;
    }

    private static String idOf(Secrets secrets, Operation operation) {
        return operation.path().startsWith("/api/v1/accounts")
                ? secrets.account()
                : secrets.payment();
    }
}
