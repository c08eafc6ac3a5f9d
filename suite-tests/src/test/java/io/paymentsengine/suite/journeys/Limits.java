package io.paymentsengine.suite.journeys;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Tenant;
import java.util.Map;

/// A tenant's limits, changed until this is closed.
final class Limits implements AutoCloseable {

    private final Tenant tenant;
    private final Wanted before;

    private Limits(Tenant tenant, Wanted before) {
        this.tenant = tenant;
        this.before = before;
    }

    private record Wanted(
            Map<String, String> largestPayment,
            int paymentsPerMinuteAndAccount,
            int paymentsPerMinute,
            String operator,
            String reason) {

        Wanted withPaymentsPerMinuteAndAccount(int limit) {
            return new Wanted(largestPayment, limit, paymentsPerMinute, operator, reason);
        }

        Wanted signed() {
            return new Wanted(
                    largestPayment,
                    paymentsPerMinuteAndAccount,
                    paymentsPerMinute,
                    "A journey",
                    "To see what the limit does");
        }
    }

    static Limits of(Tenant tenant) {
        var now = tenant.caller().get(Service.VALIDATION_SERVICE, Tenant.LIMITS);
        return new Limits(tenant, now.expecting(200).as(Wanted.class).signed());
    }

    Limits withPaymentsPerMinuteAndAccount(int limit) {
        put(before.withPaymentsPerMinuteAndAccount(limit));
        return this;
    }

    @Override
    public void close() {
        put(before);
    }

    private void put(Wanted limits) {
        tenant.caller()
                .call(Service.VALIDATION_SERVICE, "PUT", Tenant.LIMITS, limits)
                .expecting(200);
    }
}
