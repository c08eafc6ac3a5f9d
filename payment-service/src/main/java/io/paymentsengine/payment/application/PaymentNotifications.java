package io.paymentsengine.payment.application;

import io.paymentsengine.payment.domain.Payment;
import java.util.Collection;

/// Notifications between the replicas of this service. One may get lost; a request that waits for it then waits
/// a little longer.
public interface PaymentNotifications {

    /// Notifies the other replicas that payments have ended. Never waits and never fails.
    void ended(Collection<? extends Payment> payments);
}
