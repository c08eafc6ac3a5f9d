package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectionTest {

    @ParameterizedTest
    @EnumSource
    void dependencies_go_one_way(Direction direction) {
        assertThat(direction.breaches(Modules.main())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_goes_the_other_way_is_refused(Direction direction) {
        assertThat(direction.proof()).anyMatch(breach -> breach.contains(direction.culprit()));
    }

    @Test
    void every_package_is_known_to_the_rules() {
        assertThat(Direction.unknownPackages(Modules.main(), Modules.OURS)).isEmpty();
    }

    @Test
    void a_package_that_no_rule_knows_is_refused() {
        assertThat(Direction.unknownPackages(Modules.wrong(), Modules.WRONG))
                .containsExactly("attic");
    }
}
