package io.paymentsengine.validation.application;

import io.paymentsengine.validation.domain.Decision;
import java.util.Collection;
import java.util.Map;

/// Every decision that was taken.
public interface Decisions {

    /// The decisions that there are for these payments.
    Map<Decision.Key, Decision> find(Collection<Decision.Key> keys);

    /// Keeps decisions on payments that have none yet. A second one for a payment is refused.
    void addAll(Collection<Decision> decisions);
}
