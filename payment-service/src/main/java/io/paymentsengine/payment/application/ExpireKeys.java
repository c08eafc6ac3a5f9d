package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Forgets idempotency keys that are too old to be repeated, so that they don't accumulate forever. The key of
/// a payment that has not ended is kept, however old it is. Several replicas may do this at the same time.
@Service
public class ExpireKeys {

    private final Payments payments;
    private final Clock clock;

    ExpireKeys(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /// Forgets a tenant's oldest keys and returns how many.
    ///
    /// @param age minimum time since their payments were accepted
    /// @param max maximum number of keys in this transaction
    @Transactional
    public int forget(TenantId tenant, Duration age, int max) {
        return payments.expireKeys(tenant, clock.instant(), age, max);
    }
}
