package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.SagaKey;
import java.util.Collection;

/// Notifies watchers that journals have new entries. A notification may get lost; sending one never waits and
/// never fails.
@FunctionalInterface
public interface ProgressNotifications {

    void announce(Collection<SagaKey> sagas);
}
