package io.paymentsengine.platform.batching;

import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestClientException;

/// Decides whether a batch failed because of one of its members (a message or a command). A
/// member's fault recurs however often the member is handled; any other fault passes, or has to be
/// fixed first.
public final class FailureClassifier {

    private FailureClassifier() {}

    /// Whether handling the same member again would fail again. It would if a store refuses the
    /// member's data. It need not if the store itself, the schema or an upstream service has
    /// failed.
    public static boolean isOfAMember(Throwable fault) {
        return switch (fault) {
            case DataIntegrityViolationException _ -> true;
            // What Spring makes of an IllegalArgument- or IllegalStateException in a repository.
            case InvalidDataAccessApiUsageException _ -> true;
            case DataAccessException _ -> false;
            case TransactionException _ -> false;
            case RestClientException _ -> false;
            case KafkaException _ -> false;
            case RuntimeException _ -> true;
            default -> false;
        };
    }
}
