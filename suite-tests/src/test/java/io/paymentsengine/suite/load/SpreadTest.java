package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paymentsengine.suite.load.Spread.Pair;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpreadTest {

    private static final int PAIRS = 10_000;
    private static final List<String> ACCOUNTS =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    @ParameterizedTest
    @EnumSource
    void nobody_pays_themselves(Spread spread) {
        assertThat(pairs(spread, 1)).noneMatch(pair -> pair.debtor().equals(pair.creditor()));
    }

    @ParameterizedTest
    @EnumSource
    void who_is_alone_is_refused(Spread spread) {
        assertThatIllegalArgumentException().isThrownBy(() -> spread.over(List.of("one"), 1));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_seed_makes_the_same_pairs(Spread spread) {
        assertThat(pairs(spread, 1)).isEqualTo(pairs(spread, 1)).isNotEqualTo(pairs(spread, 2));
    }

    @Test
    void evenly_spread_everybody_pays_about_as_often() {
        assertThat(shares(Spread.UNIFORM, Pair::debtor).values())
                .hasSize(ACCOUNTS.size())
                .allMatch(share -> share > 0.005 && share < 0.015);
    }

    /// Of 100 accounts, the first has 1 / (1 + 1/2 + … + 1/100) = 0.193 of all draws, and the second half of
    /// that.
    @Test
    void by_zipfs_law_the_first_is_drawn_twice_as_often_as_the_second() {
        Map<String, Double> shares = shares(Spread.ZIPF, Pair::debtor);

        double first = shares.getOrDefault("0", 0.0);
        assertThat(first).isBetween(0.15, 0.21);
        assertThat(first / shares.getOrDefault("1", 1.0)).isBetween(1.6, 2.2);
        assertThat(first / shares.getOrDefault("49", 1.0)).isGreaterThan(20);
    }

    @Test
    void a_hot_account_is_in_all_payments() {
        assertThat(shares(Spread.HOT_DEBTOR, Pair::debtor)).containsOnlyKeys("0");
        assertThat(shares(Spread.HOT_CREDITOR, Pair::creditor)).containsOnlyKeys("0");
    }

    private static List<Pair> pairs(Spread spread, long seed) {
        Spread.Pairs pairs = spread.over(ACCOUNTS, seed);
        return Stream.generate(pairs::next).limit(PAIRS).toList();
    }

    private static Map<String, Double> shares(Spread spread, Function<Pair, String> of) {
        return pairs(spread, 7).stream()
                .collect(
                        Collectors.groupingBy(
                                of,
                                Collectors.collectingAndThen(
                                        Collectors.counting(), count -> 1.0 * count / PAIRS)));
    }
}
