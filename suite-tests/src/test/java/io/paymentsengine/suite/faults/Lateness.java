package io.paymentsengine.suite.faults;

import io.paymentsengine.localstack.service.Service;

/// A neighbour's time stands still, until what it was asked for is late.
record Lateness(Stage stage, Service neighbour, Service witness, String late)
        implements Provocation {

    /// As old as the hurried services let a payment become before they ask for its saga again.
    static Provocation ofPayments(Stage stage) {
        return new Lateness(
                stage,
                Service.SAGA_ORCHESTRATOR,
                Service.PAYMENT_SERVICE,
                """
                SELECT id FROM payment
                WHERE status = 'ACCEPTED'
                  AND uuid_extract_timestamp(id) < now() - INTERVAL '2 seconds'
                """);
    }

    static Provocation ofReplies(Stage stage) {
        return new Lateness(
                stage,
                Service.ACCOUNT_SERVICE,
                Service.SAGA_ORCHESTRATOR,
                "SELECT payment_id FROM saga WHERE ended_at IS NULL AND repeats > 0");
    }

    @Override
    public void prepare() {
        stage.suite().pause(neighbour);
        stage.awaitRow(witness, late);
    }

    /// So that something is late at each look.
    @Override
    public void provoke() {
        stage.payers().orderOne();
    }

    @Override
    public void undo() {
        stage.suite().resume(neighbour);
    }
}
