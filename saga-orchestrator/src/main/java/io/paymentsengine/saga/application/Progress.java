package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.SagaKey;
import java.util.Collection;

/// Tells whoever watches that there is something new in these journals. A hint: it may get lost, and
/// giving it never waits and never fails.
@FunctionalInterface
public interface Progress {

    void announce(Collection<SagaKey> sagas);
}
