package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.platform.batching.GroupCommit;
import io.paymentsengine.platform.batching.Overloaded;
import java.util.List;
import java.util.Optional;

/// Where requested payments wait to be accepted. Whoever requests more than is accepted would keep it full, and
/// others would be refused for that: so no tenant gets all of its places.
public final class AcceptQueue {

    private final GroupCommit<NewPayment, Outcome> writer;
    private final Places places;

    /// @param max payments that may wait, or be written, at the same time
    public AcceptQueue(GroupCommit<NewPayment, Outcome> writer, int max) {
        this.writer = writer;
        this.places = new Places(max);
    }

    /// Waits until payments of one tenant are committed and gives their outcomes in the same order, or nothing
    /// where the tenant has too many waiting already: none of them was stored then.
    ///
    /// @throws Overloaded if others have taken all of the room, or the writer has stopped
    Optional<List<Outcome>> submit(TenantId tenant, List<NewPayment> payments) {
        int number = payments.size();
        if (places.take(tenant, number)) {
            try {
                return Optional.of(writer.submitAll(payments));
            } finally {
                places.giveBack(tenant, number);
            }
        }
        return places.areHeldBy(tenant)
                ? Optional.empty()
                : Optional.of(writer.submitAll(payments));
    }
}
