package io.paymentsengine.suite.journeys;

import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Caller;
import io.paymentsengine.suite.journeys.ApiDocument.Operation;
import org.jspecify.annotations.Nullable;

/// An operation tried on another tenant's data.
///
/// @param path contains the ids of that data
/// @param body would be valid if the data were the caller's own
record Trespass(Operation operation, String path, @Nullable String body) {

    static Trespass on(Secrets secrets, Operation operation) {
        return new Trespass(
                operation,
                operation.path().replaceAll(Operation.PARAMETER, idOf(secrets, operation)),
                Bodies.of(operation, secrets.account(), secrets.iban()).orElse(null));
    }

    /// Sends the request.
    Answer by(Caller caller) {
        return caller.call(operation.service(), operation.method(), path, body);
    }

    /// Whether the path is that of another tenant's resource.
    boolean namesWhatIsAnothers() {
        return !path.equals(operation.path());
    }

    /// The content of the request.
    String said() {
        return path + body;
    }

    private static String idOf(Secrets secrets, Operation operation) {
        return operation.path().startsWith("/api/v1/accounts")
                ? secrets.account()
                : secrets.payment();
    }
}
