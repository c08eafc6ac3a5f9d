package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.paymentsengine.contracts.SagaCommand.CancelPayment;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageSpansTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-" + TRACE + "-" + PARENT + "-01";
    private static final String NOT_SAMPLED = "00-" + TRACE + "-" + PARENT + "-00";

    private final InMemorySpanExporter collected = InMemorySpanExporter.create();

    @Test
    void a_message_has_a_span_in_the_trace_of_its_payment() {
        collecting().handled("commands", List.of(message(SAMPLED)), BEGAN);

        assertThat(collected.getFinishedSpanItems())
                .singleElement()
                .satisfies(
                        span -> {
                            assertThat(span.getTraceId()).isEqualTo(TRACE);
                            assertThat(span.getParentSpanId()).isEqualTo(PARENT);
                            assertThat(span.getName()).isEqualTo("process commands");
                            assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
                            assertThat(span.getStartEpochNanos())
                                    .isEqualTo(BEGAN.getEpochSecond() * 1_000_000_000);
                        });
    }

    @Test
    void what_was_not_sampled_and_what_has_no_trace_has_none() {
        collecting()
                .handled(
                        "commands",
                        List.of(message(NOT_SAMPLED), message(null), message("nonsense")),
                        BEGAN);

        assertThat(collected.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void where_nobody_collects_nothing_fails() {
        MessageSpans spans = new MessageSpans(OpenTelemetry.noop());

        assertThatNoException()
                .isThrownBy(() -> spans.handled("commands", List.of(message(SAMPLED)), BEGAN));
    }

    private MessageSpans collecting() {
        return new MessageSpans(
                OpenTelemetrySdk.builder()
                        .setTracerProvider(
                                SdkTracerProvider.builder()
                                        .addSpanProcessor(SimpleSpanProcessor.create(collected))
                                        .build())
                        .build());
    }

    private static Received<CancelPayment> message(@Nullable String traceParent) {
        CancelPayment message = new CancelPayment(new PaymentId(UUID.randomUUID()), BEGAN);
        return new Received<>(message, new TenantId("STD-001"), traceParent, null);
    }
}
