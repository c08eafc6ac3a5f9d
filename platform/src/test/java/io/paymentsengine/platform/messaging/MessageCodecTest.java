package io.paymentsengine.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final Tenant STANDARD =
            new Tenant(
                    new TenantId("STD-001"),
                    "A tenant",
                    Tenant.Tier.STANDARD,
                    new Tenant.Limits(Map.of(), 1, 1),
                    new Tenant.Quotas(1));

    private final MessageCodec codec =
            new MessageCodec(
                    StrictJson.mapper(), new Tenants(List.of(STANDARD)), "/test", UUID::randomUUID);
    private final ReserveFunds command = Wire.reserve("EUR");

    @Test
    void what_was_said_is_read_with_its_tenant() throws Exception {
        Received<?> received = codec.decode(Topics.ACCOUNT_COMMANDS, consumed());

        assertThat(received.message()).isEqualTo(command);
        assertThat(received.tenant()).isEqualTo(STANDARD.id());
    }

    @ParameterizedTest
    @CsvSource({
        "unknown-type, ce_type, io.paymentsengine.ReserveFunds.v9",
        "wrong-topic, ce_type, io.paymentsengine.FundsReserved.v1",
        "unknown-tenant, x-tenant-id, NED-001",
        "unknown-tenant, x-tenant-id, *",
        "unknown-tenant, x-tenant-id, nobody",
    })
    void a_header_that_makes_no_sense_is_told(String reason, String header, String value) {
        ConsumerRecord<byte[], byte[]> record = consumed();
        record.headers().remove(header).add(header, value.getBytes(UTF_8));

        assertUnreadable(record, reason);
    }

    @ParameterizedTest
    @CsvSource({"no-type, ce_type", "no-tenant, x-tenant-id"})
    void a_header_that_is_missing_is_told(String reason, String header) {
        ConsumerRecord<byte[], byte[]> record = consumed();
        record.headers().remove(header);

        assertUnreadable(record, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "malformed-value | {}",
                "malformed-value | {\"paymentId\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}",
                "malformed-value | []",
                "malformed-value | {",
                "no-value        | null",
            })
    void a_value_that_is_no_message_is_told(String reason, String value) {
        assertUnreadable(consumed(value.getBytes(UTF_8)), reason);
    }

    @Test
    void a_trace_is_read() throws Unreadable {
        assertThat(traceOf(TRACE)).isEqualTo(TRACE);
    }

    /// A malformed trace must neither break a payment nor be stored as it came.
    @ParameterizedTest
    @ValueSource(strings = {"", "00-\u0000", "00-zz", "x\r\n2001-01-01T00:00:00Z ERROR forged"})
    void a_broken_trace_is_none(String broken) throws Unreadable {
        assertThat(traceOf(broken)).isNull();
    }

    private @Nullable String traceOf(String header) throws Unreadable {
        ConsumerRecord<byte[], byte[]> record = consumed();
        record.headers().remove(Headers.TRACE_PARENT);
        record.headers().add(Headers.TRACE_PARENT, header.getBytes(UTF_8));
        return codec.decode(Topics.ACCOUNT_COMMANDS, record).traceParent();
    }

    private void assertUnreadable(ConsumerRecord<byte[], byte[]> record, String reason) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> codec.decode(Topics.ACCOUNT_COMMANDS, record))
                .extracting(Unreadable::reason)
                .isEqualTo(reason);
    }

    private ConsumerRecord<byte[], byte[]> consumed() {
        return consumed(Wire.json(command));
    }

    private ConsumerRecord<byte[], byte[]> consumed(byte[] value) {
        byte[] key = command.key().getBytes(UTF_8);
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(Topics.ACCOUNT_COMMANDS.name(), 0, 0, key, value);
        Wire.headers(command)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        assertThat(record.headers().lastHeader(Headers.TYPE)).isNotNull();
        return record;
    }
}
