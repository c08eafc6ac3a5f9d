package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

    private static final Fault FLUSHED = new StoreFault.RedisFlushed();
    private static final Fault STORM = new MessageFault.RebalanceStorm();
    private static final List<Fault> FAULTS = List.of(FLUSHED, STORM);

    @Test
    void without_a_word_one_minute_of_all_faults_is_wanted() {
        assertThat(wanted().runs())
                .singleElement()
                .satisfies(run -> assertThat(run.faults()).isEqualTo(FAULTS))
                .satisfies(run -> assertThat(run.length()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void what_maven_passes_on_empty_was_not_said() {
        assertThat(wanted("seed", "7", "seeds", "", "fault", "", "minutes", "").runs())
                .extracting(Run::seed)
                .containsExactly(7L);
    }

    @Test
    void a_range_of_seeds_is_a_run_for_each() {
        assertThat(wanted("seeds", "3..5").runs())
                .extracting(Run::name)
                .containsExactly("seed 3", "seed 4", "seed 5");
    }

    @Test
    void one_seed_is_a_range_too() {
        assertThat(wanted("seeds", "5").runs()).extracting(Run::seed).containsExactly(5L);
    }

    @ParameterizedTest
    @CsvSource({"seeds, 9..1", "seed, abc", "clients, 0", "minutes, none"})
    void what_makes_no_sense_is_refused_by_its_name(String name, String text) {
        assertThatThrownBy(() -> wanted(name, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("-D" + name + "=" + text + ": ");
    }

    @Test
    void a_fault_can_be_wanted_alone() {
        assertThat(wanted("fault", "rebalance-storm", "minutes", "0.5").runs())
                .singleElement()
                .satisfies(run -> assertThat(run.faults()).containsExactly(STORM))
                .satisfies(run -> assertThat(run.length()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void each_fault_alone_is_a_run_for_each() {
        assertThat(wanted("fault", "each", "seed", "1").runs())
                .extracting(Run::faults)
                .containsExactly(List.of(FLUSHED), List.of(STORM));
    }

    @Test
    void an_unknown_fault_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> wanted("fault", "flood"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis-flushed")
                .hasMessageContaining("each");
    }

    @Test
    void every_third_seed_can_fill_the_disk() {
        List<Fault> faults = List.of(FLUSHED, new StoreFault.DiskFull());
        assertThat(IntStream.rangeClosed(1, 6))
                .filteredOn(seed -> runOf(seed, faults).needsSmallDisk())
                .containsExactly(3, 6);
    }

    @Test
    void what_needs_another_disk_comes_last() {
        List<Fault> faults = List.of(new StoreFault.DiskFull(), FLUSHED);
        assertThat(Wanted.of(told("seeds", "2..4"), faults, _ -> Optional.empty()).runs())
                .extracting(Run::seed)
                .containsExactly(2L, 4L, 3L);
    }

    @Test
    void what_this_machine_can_not_have_is_left_out_and_told() {
        Wanted wanted =
                Wanted.of(
                        told(),
                        FAULTS,
                        fault -> fault.equals(STORM) ? Optional.of("calm sea") : Optional.empty());
        assertThat(wanted.impossible()).containsExactly("rebalance-storm: calm sea");
        assertThat(wanted.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.faults()).containsExactly(FLUSHED));
    }

    private static Run runOf(long seed, List<Fault> faults) {
        Properties told = told("seed", Long.toString(seed));
        return Wanted.of(told, faults, _ -> Optional.empty()).runs().getFirst();
    }

    private static Wanted wanted(String... told) {
        return Wanted.of(told(told), FAULTS, _ -> Optional.empty());
    }

    private static Properties told(String... told) {
        Properties properties = new Properties();
        for (int each = 0; each < told.length; each += 2) {
            properties.setProperty(told[each], told[each + 1]);
        }
        return properties;
    }
}
