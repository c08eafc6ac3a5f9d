package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.faultagent.Site;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    @Test
    void every_boundary_in_the_code_has_a_name_and_every_name_a_boundary() {
        assertThat(Boundaries.named())
                .isNotEmpty()
                .containsExactlyElementsOf(Boundaries.inTheCode());
    }

    @Test
    void boundaries_without_a_name_are_found() {
        assertThat(Boundaries.inWrongCode())
                .extracting(Site::toString)
                .containsExactly(
                        "HasBoundariesWithoutAName#isAsked",
                        "HasBoundariesWithoutAName#isAsked -> Acknowledgment#acknowledge",
                        "HasBoundariesWithoutAName#ticks",
                        "HasBoundariesWithoutAName#ticks -> Acknowledgment#acknowledge",
                        "HasBoundariesWithoutAName#ticks ->"
                                + " TransactionOperations#executeWithoutResult",
                        "HasBoundariesWithoutAName#writes",
                        "HasBoundariesWithoutAName#writes -> StringRedisTemplate#convertAndSend");
    }
}
