package io.paymentsengine.platform.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class FailureClassifierTest {

    static Stream<Throwable> ofTheWorld() {
        return Stream.of(
                new DataAccessResourceFailureException("the database is away"),
                new OptimisticLockingFailureException("somebody was quicker"),
                new BadSqlGrammarException("task", "SELEC", new java.sql.SQLException()),
                new CannotCreateTransactionException("no connection"),
                new ResourceAccessException("the neighbour is away"),
                new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE),
                new TimeoutException("the broker is away"),
                new OutOfMemoryError());
    }

    static Stream<Throwable> ofAMember() {
        return Stream.of(
                new DataIntegrityViolationException("no such row may be"),
                new InvalidDataAccessApiUsageException("a row that can't be read"),
                new IllegalArgumentException("a bug that this one met"));
    }

    @ParameterizedTest
    @MethodSource("ofTheWorld")
    void what_passes_or_has_to_be_mended_is_no_members_fault(Throwable fault) {
        assertThat(FailureClassifier.isOfAMember(fault)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ofAMember")
    void what_comes_again_however_often_is_a_members_fault(Throwable fault) {
        assertThat(FailureClassifier.isOfAMember(fault)).isTrue();
    }
}
