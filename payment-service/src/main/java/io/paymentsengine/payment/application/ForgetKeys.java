package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Forgets the keys of requests that nobody repeats any more, so that they do not grow for ever. A key
/// whose payment has not ended is kept, however old it is. Several replicas may do this at once.
@Service
public class ForgetKeys {

    private final Payments payments;
    private final Clock clock;

    ForgetKeys(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /// Forgets a tenant's oldest keys, and says how many.
    ///
    /// @param age how long ago their payments were accepted at least
    /// @param max how many at most in this transaction
    @Transactional
    public int forget(TenantId tenant, Duration age, int max) {
        return payments.forgetKeys(tenant, clock.instant(), age, max);
    }
}
