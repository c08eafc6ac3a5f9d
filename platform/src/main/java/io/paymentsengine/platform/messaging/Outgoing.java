package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.vocabulary.TenantId;
import org.jspecify.annotations.Nullable;

/// A message to be sent, to the topic that carries its kind.
///
/// @param tenant for whom
/// @param message what is said
/// @param traceParent the W3C trace context of the request it goes back to, where known
public record Outgoing(TenantId tenant, Message message, @Nullable String traceParent) {}
