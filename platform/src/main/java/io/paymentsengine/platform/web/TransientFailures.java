package io.paymentsengine.platform.web;

import io.paymentsengine.platform.batching.QueueFullException;
import io.paymentsengine.platform.sql.ReadOnlyServerOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/// Distinguishes failures that pass (an unavailable store or upstream service, a full queue, a lost
/// race for rows) from errors in the request or the service.
final class TransientFailures {

    /// SQLSTATE classes: connection lost, out of connections or disk, shut down by an operator.
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    private TransientFailures() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case QueueFullException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    CannotCreateTransactionException _,
                    SQLTransientException _,
                    SQLNonTransientConnectionException _,
                    SQLRecoverableException _,
                    ResourceAccessException _,
                    HttpServerErrorException _,
                    HttpClientErrorException.TooManyRequests _ ->
                    true;
            case UncategorizedSQLException _ -> false;
            // Spring has no better category for some drivers' errors, such as Lettuce's while Redis
            // is unavailable
            case UncategorizedDataAccessException _ -> true;
            case SQLException sql -> passes(sql.getSQLState());
            default -> false;
        };
    }

    private static boolean passes(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (PASSING.contains(state.substring(0, 2))
                        || state.equals(ReadOnlyServerOverride.SQL_STATE));
    }
}
