package io.paymentsengine.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.json.StrictJson;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A trace helps to find a payment. It must neither break one nor get into a store as it came.
class MessageCodecTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final MessageCodec codec =
            new MessageCodec(
                    StrictJson.mapper(),
                    new Tenants(
                            List.of(
                                    new Tenant(
                                            new TenantId("STD-001"),
                                            "Test",
                                            Tenant.Tier.STANDARD,
                                            new Tenant.Limits(Map.of(), 1, 1),
                                            new Tenant.Quotas(1)))),
                    "/test",
                    UUID::randomUUID);

    @Test
    void a_trace_is_read() throws Unreadable {
        assertThat(traceOf(TRACE)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-\u0000", "00-zz", "x\r\n2001-01-01T00:00:00Z ERROR forged"})
    void a_broken_trace_is_none(String broken) throws Unreadable {
        assertThat(traceOf(broken)).isNull();
    }

    private @Nullable String traceOf(String header) throws Unreadable {
        byte[] value =
                """
                {"paymentId": "0198c0de-0000-7000-8000-000000000001",
                 "requestedAt": "2026-01-02T03:04:05.678Z"}
                """
                        .getBytes(UTF_8);
        var record = new ConsumerRecord<>(Topics.SAGA_COMMANDS.name(), 0, 0L, new byte[0], value);
        Map.of(
                        Headers.TYPE, "io.paymentsengine.CancelPayment.v1",
                        Headers.TENANT, "STD-001",
                        Headers.TRACE_PARENT, header)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return codec.decode(Topics.SAGA_COMMANDS, record).traceParent();
    }
}
