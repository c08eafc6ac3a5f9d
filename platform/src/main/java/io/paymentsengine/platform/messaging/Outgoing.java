package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.vocabulary.TenantId;
import org.jspecify.annotations.Nullable;

/// A message to be sent, on the topic that carries its kind.
///
/// @param tenant for whom
/// @param message its contents
/// @param traceParent the W3C trace context of the request that caused it, if known
public record Outgoing(TenantId tenant, Message message, @Nullable String traceParent) {}
