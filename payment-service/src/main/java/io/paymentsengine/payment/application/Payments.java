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

/// The payments on disk.
public interface Payments {

    /// Stores payments and gives the ids of those that it stored: the others' keys were used before,
    /// by a stored payment or by another of these.
    Set<PaymentId> addAll(Collection<NewPayment> payments);

    /// The payments that these keys were first used for, as they were accepted.
    Map<RequestKey, Payment.Accepted> findByRequestKeys(Collection<RequestKey> keys);

    /// One payment.
    Optional<Payment> find(PaymentKey key);

    /// Those of these payments that exist.
    Map<PaymentKey, Payment> findAll(Collection<PaymentKey> keys);

    /// A page of a list, newest first.
    List<Payment> list(PaymentQuery query);

    /// Payments that have not ended, oldest first, for this transaction alone: what another one holds
    /// is left out.
    List<OpenPayment> lockAccepted(OpenQuery query);

    /// How many payments of each of these tenants were accepted since then and have not ended; at most as
    /// many as asked for.
    Map<TenantId, Integer> countAccepted(Collection<TenantId> tenants, Instant since, int max);

    /// Remembers that a client takes a payment back, unless it has ended or that is known already.
    void requestCancellation(PaymentKey key, Instant at);

    /// Stores how payments ended. They must be stored and not have ended.
    void endAll(Collection<? extends Payment.Ended> ended);

    /// Forgets the keys of a tenant's payments that were accepted so long ago and have ended, oldest first, and
    /// gives how many. What is young by the store's own clock is kept, whatever time it is here.
    int forgetKeys(TenantId tenant, Instant now, Duration age, int max);
}
