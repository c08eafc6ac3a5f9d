package io.paymentsengine.suite.faults;

import io.paymentsengine.localstack.service.Service;

/// Pauses an upstream service until what was requested of it is late.
record Lateness(Stage stage, Service neighbour, Service witness, String late)
        implements Provocation {

    /// The age after which services with `Hurry.ASKING_AGAIN` ask again about a payment's saga.
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

    /// Makes sure that there is always something late.
    @Override
    public void provoke() {
        stage.payers().orderOne();
    }

    @Override
    public void undo() {
        stage.suite().resume(neighbour);
    }
}
