package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.paymentsengine.platform.batching.GroupCommit;
import io.paymentsengine.platform.batching.QueueFullException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

class MvcProblemsTest {

    @Test
    void who_finds_no_room_is_told_so_and_not_that_a_store_is_away() {
        try (var full =
                new GroupCommit<Integer, Integer>("full", 1, 0, Duration.ZERO, all -> all)) {
            QueueFullException refusal =
                    catchThrowableOfType(
                            QueueFullException.class, () -> full.submitAll(List.of(1)).getFirst());

            Problem problem = MvcProblems.of(refusal, HttpStatus.INTERNAL_SERVER_ERROR, false);

            assertThat(problem.type()).isEqualTo(ProblemType.TEMPORARILY_UNAVAILABLE);
            assertThat(problem.detail()).contains("Nothing was stored").doesNotContain("away");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"type\": \"https://paymentsengine.io/problems/unknown-tenant\"}', 503",
        "'RBAC: access denied', 500",
        "'', 500"
    })
    void a_neighbour_that_does_not_know_the_tenant_yet_will(String body, int status) {
        HttpClientErrorException refused =
                HttpClientErrorException.create(
                        HttpStatus.FORBIDDEN,
                        "Forbidden",
                        new HttpHeaders(),
                        body.getBytes(StandardCharsets.UTF_8),
                        null);

        Problem problem = MvcProblems.of(refused, HttpStatus.INTERNAL_SERVER_ERROR, true);

        assertThat(problem.type().status()).isEqualTo(status);
    }
}
