package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Transfer;
import java.util.Optional;

/// A client's request for a payment.
///
/// @param key the idempotency key by which repeats are recognized, if the client sends one
record Order(TenantId tenant, Optional<String> key, Transfer transfer) {}
