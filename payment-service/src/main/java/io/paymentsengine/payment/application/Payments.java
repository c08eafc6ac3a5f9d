package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The store of payments.
public interface Payments {

    /// Stores payments and returns the ids of those that it stored. It skips a payment whose id is already
    /// stored, or whose idempotency key is used by a stored payment or by another one of these.
    Set<PaymentId> addAll(Collection<NewPayment> payments);

    /// Returns the payments that these keys were first used for, as they were accepted.
    Map<RequestKey, Payment.Accepted> findByRequestKeys(Collection<RequestKey> keys);

    /// Returns one payment.
    Optional<Payment> find(PaymentKey key);

    /// Returns those of these payments that exist.
    Map<PaymentKey, Payment> findAll(Collection<PaymentKey> keys);

    /// Returns a page of a list, newest first.
    List<Payment> list(PaymentQuery query);

    /// Locks payments that have not ended for the current transaction, oldest first, and skips those that
    /// another transaction has locked.
    List<OpenPayment> lockAccepted(OpenQuery query);

    /// Counts the payments of each of these tenants that were accepted since then and have not ended, up to
    /// `max` for each tenant.
    Map<TenantId, Integer> countAccepted(Collection<TenantId> tenants, Instant since, int max);

    /// Stores that a client requested the cancellation of a payment, unless the payment has ended or a request
    /// is already stored, and returns whether it did.
    boolean requestCancellation(PaymentKey key, Instant at);

    /// Stores how payments ended. The payments must exist and must not have ended.
    void endAll(Collection<? extends Payment.Ended> ended);

    /// Forgets the keys of a tenant's ended payments that were accepted at least this long ago, oldest first,
    /// and returns how many. A key that is young by the store's own clock is kept, whatever `now` says.
    int expireKeys(TenantId tenant, Instant now, Duration age, int max);
}
