package io.paymentsengine.simulation.fate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EveryFateTest {

    private static final int PLACES = 4;

    @Test
    void goes_every_way_once() {
        EveryFate fate = new EveryFate(Map.of(Blow.CRASH, 2));
        List<List<Boolean>> ways = new ArrayList<>();
        do {
            ways.add(places(fate));
        } while (fate.turn());

        assertThat(ways).doesNotHaveDuplicates().hasSize(1 + 4 + 6);
        assertThat(ways).allMatch(way -> way.stream().filter(struck -> struck).count() <= 2);
    }

    @Test
    void goes_the_same_way_again() {
        EveryFate fate = new EveryFate(Map.of(Blow.CRASH, 1));
        places(fate);
        fate.turn();
        List<Boolean> way = places(fate);
        fate.again();

        assertThat(places(fate)).isEqualTo(way).contains(true);
    }

    @Test
    void what_is_not_named_never_falls() {
        EveryFate fate = new EveryFate(Map.of(Blow.CRASH, 1));

        assertThat(fate.strikes(Blow.LOSS)).isFalse();
        assertThat(fate.turn()).isFalse();
    }

    private static List<Boolean> places(Fate fate) {
        List<Boolean> struck = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            struck.add(fate.strikes(Blow.CRASH));
        }
        return struck;
    }
}
