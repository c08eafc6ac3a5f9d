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

/// The store of sagas.
public interface Sagas {

    /// Returns those of these sagas that exist, locked until the transaction ends.
    List<PaymentSaga> lock(Collection<SagaKey> keys);

    /// Locks open sagas whose alarm is due, oldest first, and skips those that others have locked.
    List<PaymentSaga> lockDue(Instant now, int max);

    void insertAll(Collection<PaymentSaga> sagas);

    void updateAll(Collection<PaymentSaga> sagas);

    Optional<PaymentSaga> find(SagaKey key);

    /// Returns a page of a tenant's sagas, oldest first.
    List<PaymentSaga> list(Query query);

    /// Counts the open sagas of each tenant by status.
    List<Count> countOpen();

    /// Selects sagas of a tenant.
    ///
    /// @param status only sagas with this status; all if empty
    /// @param acceptedBefore only sagas of payments accepted before this time; all if empty
    /// @param after only sagas after this one; from the beginning if empty
    /// @param max maximum number of sagas
    record Query(
            TenantId tenant,
            Optional<Status> status,
            Optional<Instant> acceptedBefore,
            Optional<PaymentId> after,
            int max) {}

    /// The number of sagas of a tenant with one status.
    record Count(TenantId tenant, Status status, long sagas) {}
}
