package io.paymentsengine.suite.faults;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/// An operator who intervenes in a saga that waits, because validation-service is paused.
final class Operator implements Provocation {

    private static final Map<String, String> INTERVENTION =
            Map.of("operator", "A journey", "reason", "To see an intervention applied");
    private static final Money AMOUNT = Money.parse("1.00", "EUR");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stage stage;
    private final String wish;
    private final Tenant tenant;
    private final Account from;
    private final Account to;

    private Operator(Stage stage, String wish) {
        this.stage = stage;
        this.wish = wish;
        this.tenant = Tenant.standard(stage.suite());
        this.from = tenant.opensWith(Money.parse("1000.00", "EUR"));
        this.to = tenant.opens("EUR");
    }

    static Provocation retrying(Stage stage) {
        return new Operator(stage, "retry");
    }

    static Provocation compensating(Stage stage) {
        return new Operator(stage, "compensate");
    }

    @Override
    public void prepare() {
        stage.suite().pause(Service.VALIDATION_SERVICE);
    }

    @Override
    public void provoke() {
        String saga = Tenant.SAGAS + "/" + tenant.orders(PaymentOrder.of(from, to, AMOUNT)).id();
        Awaitility.await(saga)
                .pollInSameThread()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> tenant.caller().get(Service.SAGA_ORCHESTRATOR, saga).isSuccess());
        tenant.caller().post(Service.SAGA_ORCHESTRATOR, saga + "/" + wish, INTERVENTION);
    }

    @Override
    public void undo() {
        stage.suite().resume(Service.VALIDATION_SERVICE);
    }
}
