package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.platform.batching.GroupCommit;
import io.paymentsengine.platform.batching.QueueFullException;
import java.util.List;
import java.util.Optional;

/// Queue of requested payments that wait to be accepted. A tenant that requests more than can be accepted would
/// keep the queue full and get the requests of others refused, so no tenant gets all of its slots.
public final class AcceptQueue {

    private final GroupCommit<NewPayment, Outcome> writer;
    private final FairQuota quota;

    /// @param max maximum number of payments that wait or are being written
    public AcceptQueue(GroupCommit<NewPayment, Outcome> writer, int max) {
        this.writer = writer;
        this.quota = new FairQuota(max);
    }

    /// Waits until the payments of one tenant are committed and returns their outcomes in the same order.
    /// Returns empty if the tenant already has too many waiting; none of the payments is stored then.
    ///
    /// @throws QueueFullException if other tenants have taken all of the room, or the writer has stopped
    Optional<List<Outcome>> submit(TenantId tenant, List<NewPayment> payments) {
        int number = payments.size();
        if (quota.take(tenant, number)) {
            try {
                return Optional.of(writer.submitAll(payments));
            } finally {
                quota.giveBack(tenant, number);
            }
        }
        return quota.areHeldBy(tenant) ? Optional.empty() : Optional.of(writer.submitAll(payments));
    }
}
