package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds a tenant's payments.
@Service
@Transactional(readOnly = true)
public class FindPayments {

    private final Payments payments;

    FindPayments(Payments payments) {
        this.payments = payments;
    }

    /// Returns a payment, or empty if the tenant has none with this id.
    public Optional<Payment> find(TenantId tenant, PaymentId id) {
        return payments.find(new PaymentKey(tenant, id));
    }

    /// Returns the payments that were created with these request keys.
    public Map<RequestKey, Payment.Accepted> findByRequestKeys(Set<RequestKey> keys) {
        return payments.findByRequestKeys(keys);
    }

    /// Returns a page of a list, newest first.
    public List<Payment> list(PaymentQuery query) {
        return payments.list(query);
    }
}
