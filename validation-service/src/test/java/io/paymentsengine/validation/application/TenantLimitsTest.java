package io.paymentsengine.validation.application;

import static io.paymentsengine.validation.application.Desk.NED;
import static io.paymentsengine.validation.application.Desk.NOW;
import static io.paymentsengine.validation.application.Desk.STD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Limits;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantLimitsTest {

    private static final Money LARGEST = Money.of(100_00, "EUR");
    private static final Limits REGISTERED = new Limits(Map.of(LARGEST.currency(), LARGEST), 2, 3);
    private static final Limits NARROW = new Limits(Map.of(), 1, 1);

    private final Desk desk = new Desk();

    @Test
    void limits_are_the_registrys_until_they_are_changed() {
        assertThat(desk.readLimits().of(STD))
                .isEqualTo(new TenantLimits(STD, REGISTERED, Optional.empty()));
    }

    @Test
    void changed_limits_count_for_their_tenant_alone() {
        TenantLimits changed =
                new ChangeLimits(desk, Desk.CLOCK).change(STD, NARROW, "ann", "fraud");

        assertThat(changed)
                .isEqualTo(
                        new TenantLimits(
                                STD,
                                NARROW,
                                Optional.of(new LimitChange(STD, NARROW, NOW, "ann", "fraud"))));
        assertThat(desk.readLimits().of(STD)).isEqualTo(changed);
        assertThat(desk.readLimits().of(Set.of(STD, NED)))
                .isEqualTo(
                        Map.of(
                                STD,
                                changed,
                                NED,
                                new TenantLimits(NED, REGISTERED, Optional.empty())));
    }

    @Test
    void nobody_has_limits_who_is_not_registered() {
        assertThatNullPointerException()
                .isThrownBy(() -> desk.readLimits().of(new TenantId("XXX-999")))
                .withMessageContaining("XXX-999");
    }
}
