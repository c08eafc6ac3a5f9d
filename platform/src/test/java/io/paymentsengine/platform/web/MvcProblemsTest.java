package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.paymentsengine.platform.batching.GroupCommit;
import io.paymentsengine.platform.batching.Overloaded;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class MvcProblemsTest {

    @Test
    void who_finds_no_room_is_told_so_and_not_that_a_store_is_away() {
        try (var full =
                new GroupCommit<Integer, Integer>("full", 1, 0, Duration.ZERO, all -> all)) {
            Overloaded refusal = catchThrowableOfType(Overloaded.class, () -> full.submit(1));

            Problem problem = MvcProblems.of(refusal, HttpStatus.INTERNAL_SERVER_ERROR);

            assertThat(problem.type()).isEqualTo(ProblemType.TEMPORARILY_UNAVAILABLE);
            assertThat(problem.detail()).contains("wait already").doesNotContain("away");
        }
    }
}
