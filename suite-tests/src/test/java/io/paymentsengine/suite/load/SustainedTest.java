package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SustainedTest {

    @Test
    void memory_is_gained_since_the_first_stretch() {
        assertThat(sustained(Map.of("a", 200.0, "b", 100.0), Map.of("a", 210.0, "b", 90.0)))
                .extracting(Sustained::memoryGained)
                .isEqualTo(Map.of("a", 5.0, "b", -10.0));
    }

    @Test
    void where_the_system_does_not_tell_nothing_is_said() {
        assertThat(sustained(Map.of(), Map.of()).memoryGained()).isEmpty();
    }

    private static Sustained sustained(Map<String, Double> early, Map<String, Double> late) {
        Statistics none = new Statistics(0, 0, 0, 0, 0);
        return new Sustained(
                new Round("sustained", Map.of(), 1, 1, Map.of(), 0, late, none, List.of()), early);
    }
}
