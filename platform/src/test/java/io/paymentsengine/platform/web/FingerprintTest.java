package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void is_the_same_for_the_same_meaning() {
        assertThat(Fingerprint.of("pay", "a", 12L)).isEqualTo(Fingerprint.of("pay", "a", "12"));
        assertThat(Fingerprint.of("pay").sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void differs_wherever_the_meaning_does() {
        assertThat(
                        Stream.of(
                                        Fingerprint.of("pay", "ab", "c"),
                                        Fingerprint.of("pay", "a", "bc"),
                                        Fingerprint.of("pay", "abc"),
                                        Fingerprint.of("pay", "abc", ""),
                                        Fingerprint.of("pay", "abc", null),
                                        Fingerprint.of("pay", "abc", "null"),
                                        Fingerprint.of("cancel", "abc"))
                                .distinct())
                .hasSize(7);
    }
}
