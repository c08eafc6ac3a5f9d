package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BanTest {

    @ParameterizedTest
    @EnumSource
    void nothing_that_runs_does_what_is_banned(Ban ban) {
        assertThat(ban.breaches(Modules.main())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"SLEEP", "OLD_DATES"})
    void no_test_does_it_either(Ban ban) {
        assertThat(ban.breaches(Modules.tests())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_does_it_is_refused(Ban ban) {
        assertThat(ban.proof()).anyMatch(breach -> breach.contains(ban.culprit()));
    }
}
