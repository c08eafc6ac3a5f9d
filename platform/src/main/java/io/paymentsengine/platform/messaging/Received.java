package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.vocabulary.TenantId;
import org.jspecify.annotations.Nullable;

/// A received message.
///
/// @param message its contents
/// @param tenant for whom; registered
/// @param traceParent the W3C trace context of the request that caused it, if known
/// @param origin where it was read, or null if it did not come from a topic
public record Received<M extends Message>(
        M message, TenantId tenant, @Nullable String traceParent, @Nullable Origin origin) {

    /// A message that did not come from a topic.
    public static <M extends Message> Received<M> of(TenantId tenant, M message) {
        return new Received<>(message, tenant, null, null);
    }

    /// A reply for the same tenant, in the same trace.
    public Outgoing answer(Message reply) {
        return new Outgoing(tenant, reply, traceParent);
    }
}
