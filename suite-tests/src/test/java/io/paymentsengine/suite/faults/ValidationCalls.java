package io.paymentsengine.suite.faults;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Amount;
import io.paymentsengine.suite.client.Caller;
import io.paymentsengine.suite.client.Tenant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// A client that calls validation-service directly.
record ValidationCalls(Caller caller, String method, String path, Object body)
        implements Provocation {

    /// Sets the tenant's limits to their current values.
    static Provocation changingLimits(Stage stage) {
        Caller caller = Tenant.standard(stage.suite()).caller();
        ObjectNode limits =
                (ObjectNode) caller.get(Service.VALIDATION_SERVICE, Tenant.LIMITS).json();
        limits.put("operator", "A journey").put("reason", "To see whether limits are kept");
        return new ValidationCalls(caller, "PUT", Tenant.LIMITS, limits);
    }

    static Provocation asking(Stage stage) {
        return new ValidationCalls(
                Tenant.standard(stage.suite()).caller(),
                "POST",
                "/api/v1/validations",
                Map.of(
                        "debtorAccount",
                        UUID.randomUUID(),
                        "creditorAccount",
                        UUID.randomUUID(),
                        "amount",
                        new Amount("1.00", "EUR")));
    }

    @Override
    public void provoke() {
        caller.call(Service.VALIDATION_SERVICE, method, path, body);
    }

    @Override
    public void conclude() {
        caller.call(Service.VALIDATION_SERVICE, method, path, body).expecting(200);
    }
}
