package io.paymentsengine.saga.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where sagas are kept.
public interface Sagas {

    /// Those of these sagas that exist, locked until the transaction ends.
    List<PaymentSaga> lock(Collection<SagaKey> keys);

    /// Open sagas whose alarm has rung, the oldest first, locked; those that others hold are left out.
    List<PaymentSaga> lockRinging(Instant now, int max);

    void insertAll(Collection<PaymentSaga> sagas);

    void updateAll(Collection<PaymentSaga> sagas);

    Optional<PaymentSaga> find(SagaKey key);

    /// A part of a tenant's sagas, the oldest first.
    List<PaymentSaga> list(Query query);

    /// How many sagas of each tenant are open, by status.
    List<Count> countOpen();

    /// Which sagas are asked for.
    ///
    /// @param status only these, or all
    /// @param acceptedBefore only sagas of payments that were accepted before, or all
    /// @param after only what comes after this one
    /// @param max how many at most
    record Query(
            TenantId tenant,
            Optional<Status> status,
            Optional<Instant> acceptedBefore,
            Optional<PaymentId> after,
            int max) {}

    /// How many.
    record Count(TenantId tenant, Status status, long sagas) {}
}
