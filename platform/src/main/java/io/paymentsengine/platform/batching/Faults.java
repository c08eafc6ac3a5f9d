package io.paymentsengine.platform.batching;

import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestClientException;

/// Whose fault it is that a batch failed. The fault of one of its members, a message or a command,
/// comes again however often it is handled; anything else passes, or has to be mended first.
public final class Faults {

    private Faults() {}

    /// Whether handling the same member again must fail again. A store's refusal of the data is the
    /// member's fault; that a store, the schema or a neighbour is not as it should be is not.
    public static boolean isOfAMember(Throwable fault) {
        return switch (fault) {
            case DataIntegrityViolationException _ -> true;
            // What Spring makes of an argument or a state that a repository's code refuses.
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
