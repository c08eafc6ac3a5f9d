package io.paymentsengine.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paymentsengine.faultagent.Boundary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundariesTest {

    @Test
    void boundaries_can_be_asked_for_by_how_their_names_start() {
        assertThat(Boundaries.startingWith("account-service:batch:,payment-service:group:after"))
                .extracting(Boundary::name)
                .contains("account-service:batch:after", "payment-service:group:after")
                .doesNotContain("payment-service:batch:after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-service:bach", "", " "})
    void a_start_that_is_none_s_is_refused(String start) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Boundaries.startingWith("account-service:batch," + start))
                .withMessageStartingWith(
                        "no boundary starts with '%s'; the boundaries are [", start)
                .withMessageContaining("account-service:batch:after");
    }
}
