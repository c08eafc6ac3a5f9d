package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final List<Fault> FAULTS = Fault.all();

    @Test
    void the_same_seed_makes_the_same_schedule() {
        assertThat(first(100, 42)).isEqualTo(first(100, 42));
    }

    @Test
    void another_seed_makes_another_schedule() {
        assertThat(first(100, 42)).isNotEqualTo(first(100, 43));
    }

    @Test
    void every_fault_comes_once_before_one_comes_twice() {
        assertThat(first(FAULTS.size(), 7))
                .extracting(Planned::fault)
                .containsExactlyInAnyOrderElementsOf(FAULTS);
    }

    @Test
    void no_fault_lasts_longer_than_it_may() {
        assertThat(first(500, 7))
                .allMatch(planned -> planned.length().compareTo(planned.fault().longest()) <= 0);
    }

    @Test
    void before_a_fault_all_is_calm_for_seconds() {
        assertThat(first(500, 7))
                .allMatch(planned -> planned.calm().compareTo(Duration.ofSeconds(4)) >= 0);
    }

    @Test
    void in_company_a_service_may_die_of_what_befalls_others() {
        assertThat(first(500, 7))
                .filteredOn(planned -> planned.dies().isPresent())
                .hasSizeGreaterThan(50)
                .noneMatch(planned -> planned.fault() instanceof ServiceFault);
    }

    @Test
    void alone_a_fault_has_no_company() {
        Fault fault = new StoreFault.RedisFlushed();
        assertThat(Schedule.of(7, List.of(fault)).limit(100))
                .allMatch(planned -> planned.dies().isEmpty());
    }

    @Test
    void faults_have_names_of_their_own() {
        assertThat(Stream.concat(FAULTS.stream().map(Fault::name), Stream.of("all", "each")))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    private static List<Planned> first(int number, long seed) {
        return Schedule.of(seed, FAULTS).limit(number).toList();
    }
}
