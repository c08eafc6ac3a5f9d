package io.paymentsengine.validation.application;

import io.paymentsengine.validation.domain.Decision;
import java.util.Collection;
import java.util.Map;

/// The store of all decisions.
public interface Decisions {

    /// Returns the existing decisions on these payments.
    Map<Decision.Key, Decision> find(Collection<Decision.Key> keys);

    /// Stores decisions on payments that have none yet. A second decision on a payment is refused.
    void addAll(Collection<Decision> decisions);
}
