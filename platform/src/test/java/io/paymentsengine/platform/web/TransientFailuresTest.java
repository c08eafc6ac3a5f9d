package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class TransientFailuresTest {

    static Stream<Throwable> passing() {
        return Stream.of(
                new DataAccessResourceFailureException("away"),
                new CannotAcquireLockException("deadlock"),
                new CannotCreateTransactionException("away"),
                new UncategorizedDataAccessException("rejected", null) {},
                new ResourceAccessException("away"),
                new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE),
                HttpClientErrorException.create(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "the mesh's limit",
                        HttpHeaders.EMPTY,
                        new byte[0],
                        null),
                new IllegalStateException(new SQLTransientConnectionException("pool is empty")),
                new TransactionSystemException("commit", new SQLException("lost", "08006")),
                new IllegalStateException(new SQLException("shut down", "57P01")),
                new IllegalStateException(new SQLException("disk is full", "53100")),
                new UncategorizedSQLException(
                        "task", "SQL", new SQLException("no primary any more", "25006")));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new IllegalStateException("bug"),
                new NullPointerException(),
                new DataIntegrityViolationException("bug"),
                new HttpClientErrorException(HttpStatus.BAD_REQUEST),
                new IllegalStateException(new SQLException("syntax", "42601")),
                new UncategorizedSQLException("task", "SQL", new SQLException("odd", "XX000")),
                new IllegalStateException(new SQLException("no state")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_store_or_neighbour_that_is_away_comes_back(Throwable failure) {
        assertThat(TransientFailures.isCauseOf(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void a_bug_or_a_refusal_stays(Throwable failure) {
        assertThat(TransientFailures.isCauseOf(failure)).isFalse();
    }
}
