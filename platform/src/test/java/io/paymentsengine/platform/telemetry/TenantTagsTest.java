package io.paymentsengine.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantTagsTest {

    private final TenantTags tags = new TenantTags(new Tenants(List.of(registered())));

    @Test
    void a_registered_tenant_has_its_own_tag() {
        assertThat(tags.of(new TenantId("STD-001"))).isEqualTo(Tags.of("tenant", "STD-001"));
    }

    @Test
    void all_others_share_one() {
        assertThat(tags.of(new TenantId("XYZ-001"))).isEqualTo(Tags.of("tenant", "unknown"));
        assertThat(tags.of(new TenantId("XYZ-002"))).isEqualTo(Tags.of("tenant", "unknown"));
    }

    private static Tenant registered() {
        return new Tenant(
                new TenantId("STD-001"),
                "A tenant",
                Tenant.Tier.STANDARD,
                new Tenant.Limits(Map.of(), 1, 1),
                new Tenant.Quotas(1));
    }
}
