package io.paymentsengine.suite.invariants;

import static io.paymentsengine.localstack.service.Service.SAGA_ORCHESTRATOR;

import java.util.List;

/// What saga-orchestrator promises.
final class SagaInvariants {

    static final List<Invariant> SETTLED =
            List.of(
                    Invariant.of(
                            "every saga has ended",
                            SAGA_ORCHESTRATOR,
                            """
                            SELECT format('%s %s is %s at %s', tenant_id, payment_id, state, step)
                            FROM saga WHERE ended_at IS NULL
                            """));

    static final List<Invariant> ALWAYS =
            List.of(
                    Invariant.of(
                            "a saga's journal tells of one end",
                            SAGA_ORCHESTRATOR,
                            """
                            SELECT format('%s %s ended %s times', tenant_id, payment_id, count(seq))
                            FROM saga LEFT JOIN (
                                SELECT tenant_id, payment_id, seq FROM journal
                                WHERE detail IN
                                    ('ends COMPLETED', 'ends REJECTED', 'ends CANCELLED')) ends
                                USING (tenant_id, payment_id)
                            WHERE ended_at IS NOT NULL
                            GROUP BY tenant_id, payment_id HAVING count(seq) <> 1
                            """));

    private SagaInvariants() {}
}
