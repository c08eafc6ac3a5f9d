package io.paymentsengine.suite.invariants;

import static io.paymentsengine.localstack.service.Service.PAYMENT_SERVICE;

import java.util.List;

/// What payment-service promises its clients.
final class PaymentInvariants {

    static final List<Invariant> SETTLED =
            List.of(
                    Invariant.of(
                            "every accepted payment has ended",
                            PAYMENT_SERVICE,
                            """
                            SELECT format('%s %s is %s', tenant_id, id, status)
                            FROM payment WHERE status = 'ACCEPTED'
                            """));

    static final List<Invariant> ALWAYS =
            List.of(
                    Invariant.of(
                            "an idempotency key makes one payment",
                            PAYMENT_SERVICE,
                            """
                            SELECT format('%s key %s made %s', tenant_id, idempotency_key,
                                          string_agg(id::text, ', '))
                            FROM payment WHERE idempotency_key IS NOT NULL
                            GROUP BY tenant_id, idempotency_key HAVING count(*) > 1
                            """),
                    Invariant.of(
                            "a payment belongs to one tenant",
                            PAYMENT_SERVICE,
                            """
                            SELECT format('%s belongs to %s', id, string_agg(tenant_id, ', '))
                            FROM payment GROUP BY id HAVING count(*) > 1
                            """));

    private PaymentInvariants() {}
}
