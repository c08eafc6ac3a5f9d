package io.paymentsengine.platform.messaging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.paymentsengine.platform.telemetry.TraceParent;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// Records that messages were handled, for tools that collect traces: a span for each message, in the
/// trace that its header names (W3C Trace Context), with the names of OpenTelemetry's conventions for
/// messaging. If nobody collects traces, or the trace was not sampled, there is no span.
///
/// An agent's own Kafka spans would belong to the batch, in a trace of its own, and outgoing messages
/// would name that trace instead of the payment's.
final class MessageSpans {

    private static final String SCOPE = "io.paymentsengine.platform.messaging";

    private final Tracer tracer;

    MessageSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer(SCOPE);
    }

    /// Records messages of one topic that were handled together.
    ///
    /// @param began when the handling of their batch began
    void handled(String topic, Collection<? extends Received<?>> messages, Instant began) {
        for (Received<?> each : messages) {
            Optional.ofNullable(each.traceParent())
                    .filter(header -> !header.endsWith(TraceParent.NOT_SAMPLED))
                    .flatMap(TraceParent::parse)
                    .map(MessageSpans::contextOf)
                    .filter(SpanContext::isSampled)
                    .ifPresent(parent -> handled(topic, parent, began));
        }
    }

    private void handled(String topic, SpanContext parent, Instant began) {
        tracer.spanBuilder("process " + topic)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setStartTimestamp(began)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.operation.name", "process")
                .setAttribute("messaging.destination.name", topic)
                .startSpan()
                .end();
    }

    private static SpanContext contextOf(TraceParent parent) {
        return SpanContext.createFromRemoteParent(
                parent.traceId(),
                parent.parentId(),
                TraceFlags.fromHex(parent.flags(), 0),
                TraceState.getDefault());
    }
}
