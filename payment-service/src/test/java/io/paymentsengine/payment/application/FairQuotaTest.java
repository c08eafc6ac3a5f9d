package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.testing.Samples;
import org.junit.jupiter.api.Test;

class FairQuotaTest {

    private static final int MAX = 12;

    private final FairQuota quota = new FairQuota(MAX);

    @Test
    void a_tenant_alone_comes_to_half_of_them_and_the_next_to_half_of_the_rest() {
        assertThat(takenBy(Samples.STD)).isEqualTo(6);
        assertThat(takenBy(Samples.NED)).isEqualTo(3);
    }

    @Test
    void as_some_are_given_back_the_shares_become_equal() {
        int std = takenBy(Samples.STD);
        int ned = takenBy(Samples.NED);

        while (std > ned) {
            quota.giveBack(Samples.STD);
            std--;
            ned += takenBy(Samples.NED);
        }

        assertThat(ned).isEqualTo(std).isEqualTo(4);
        assertThat(takenBy(Samples.STD)).isZero();
        assertThat(takenBy(Samples.NED)).isZero();
    }

    @Test
    void there_are_no_more_than_all() {
        int taken = 0;
        for (int i = 0; i < MAX; i++) {
            taken += takenBy(new TenantId("TEN-%03d".formatted(i)));
        }

        assertThat(taken).isEqualTo(MAX);
    }

    private int takenBy(TenantId tenant) {
        int taken = 0;
        while (quota.take(tenant)) {
            taken++;
        }
        return taken;
    }
}
