package io.paymentsengine.payment.application;

import io.paymentsengine.payment.domain.Payment;
import java.util.Collection;

/// How the replicas of this service let each other know. A signal may get lost: then who waits for it
/// waits a little longer.
public interface Signals {

    /// Tells the other replicas that payments have ended. Never waits and never fails.
    void ended(Collection<? extends Payment> payments);
}
