package io.paymentsengine.suite.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.suite.invariants.SideBySide.Pair;
import io.paymentsengine.suite.invariants.SideBySide.Told;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tests the merge of what two services say about payments.
class SideBySideTest {

    @ParameterizedTest
    @CsvSource({
        "a1 b1,    a1 b1, a11 b11",
        "a1 c1,    b1,    a1- b-1 c1-",
        "b1,       a1 c1, a-1 b1- c-1",
        "a1 b1,    a2,    a12 b1-",
        "'',       a1 b1, a-1 b-1",
        "a1 b1,    '',    a1- b1-",
        "'',       '',    ''",
    })
    void each_payment_comes_once_with_what_both_say(String here, String there, String pairs) {
        assertThat(SideBySide.of(told(here), told(there)).map(SideBySideTest::text))
                .containsExactlyElementsOf(words(pairs).toList());
    }

    private static Stream<Told> told(String text) {
        return words(text).map(word -> new Told(word.substring(0, 1), word.substring(1)));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }

    private static String text(Pair pair) {
        return pair.payment() + said(pair.here()) + said(pair.there());
    }

    private static String said(@Nullable String told) {
        return told == null ? "-" : told;
    }
}
