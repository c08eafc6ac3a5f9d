package io.paymentsengine.suite.faults;

import io.paymentsengine.localstack.service.Service;

/// Makes the database refuse one payment in sixteen, so that its messages can never be handled.
record Poison(Stage stage) implements Provocation {

    /// The write to refuse, and the column that names the payment.
    private enum Victim {
        PAYMENT_SERVICE("UPDATE ON payment", "id"),
        VALIDATION_SERVICE("INSERT ON decision", "payment_id"),
        ACCOUNT_SERVICE("INSERT ON reservation", "payment_id"),
        SAGA_ORCHESTRATOR("INSERT ON saga", "payment_id");

        private final String event;
        private final String payment;

        Victim(String event, String payment) {
            this.event = event;
            this.payment = payment;
        }

        static Victim of(Service service) {
            return valueOf(service.name());
        }
    }

    @Override
    public void prepare() {
        Victim victim = Victim.of(stage.victim());
        stage.execute(
                stage.victim(),
                """
                CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN RAISE EXCEPTION 'poisoned' USING ERRCODE = 'check_violation'; END $$;
                CREATE TRIGGER poison BEFORE %s FOR EACH ROW WHEN (NEW.%s::text LIKE '%%f')
                    EXECUTE FUNCTION poison();
                """
                        .formatted(victim.event, victim.payment));
    }

    @Override
    public void undo() {
        stage.execute(stage.victim(), "DROP FUNCTION IF EXISTS poison CASCADE");
    }
}
