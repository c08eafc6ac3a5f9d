package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.transactions.AfterCommit;
import io.paymentsengine.validation.domain.Limits;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes the limits of a tenant, with effect from the next batch.
@Service
public class ChangeLimits {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLimits.class);

    private final LimitChanges changes;
    private final Clock clock;

    ChangeLimits(LimitChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /// Replaces all limits of a tenant.
    ///
    /// @param operator who changes them
    /// @param reason the reason, for later reference
    @Transactional
    public TenantLimits change(TenantId tenant, Limits limits, String operator, String reason) {
        LimitChange change = new LimitChange(tenant, limits, clock.instant(), operator, reason);
        changes.add(change);
        AfterCommit.run(() -> LOG.info("Limits of {} changed by {}: {}", tenant, operator, limits));
        return TenantLimits.by(change);
    }
}
