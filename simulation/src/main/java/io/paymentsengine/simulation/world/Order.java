package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Transfer;
import java.util.Optional;

/// What a client wants paid.
///
/// @param key by which its repeats are known, if it sends one
record Order(TenantId tenant, Optional<String> key, Transfer transfer) {}
