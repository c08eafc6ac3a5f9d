package io.paymentsengine.suite.journeys;

import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Caller;
import io.paymentsengine.suite.journeys.ApiDocument.Operation;
import org.jspecify.annotations.Nullable;

/// An operation tried on somebody else's data.
///
/// @param path with the ids of the data in it
/// @param body that would be right if the data were one's own
record Trespass(Operation operation, String path, @Nullable String body) {

    static Trespass on(Secrets secrets, Operation operation) {
        return new Trespass(
                operation,
                operation.path().replaceAll(Operation.PARAMETER, idOf(secrets, operation)),
                Bodies.of(operation, secrets.account(), secrets.iban()).orElse(null));
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
