package io.paymentsengine.localstack.demo;

import io.paymentsengine.localstack.demo.Payments.Order;
import io.paymentsengine.localstack.service.Places;
import io.paymentsengine.localstack.service.Service;
import java.net.http.HttpClient;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// A demo through REST: two tenants, their accounts, and four payments. It can be repeated:
/// accounts are found by name and topped up.
public final class Demo {

    private static final String PREMIUM = "STD-001";
    private static final String STANDARD = "NED-001";

    private static final String COMPLETED = "COMPLETED";
    private static final String REJECTED_FOR_FUNDS = "REJECTED INSUFFICIENT_FUNDS";
    private static final String REJECTED_BY_A_RULE = "REJECTED AMOUNT_OVER_LIMIT";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Places places;
    private final Consumer<String> out;
    private boolean asPromised = true;

    public Demo(Places places, Consumer<String> out) {
        this.places = places;
        this.out = out;
    }

    /// Plays the demo.
    ///
    /// @return whether each payment ended as expected
    public boolean play() {
        Customers standard = customers(PREMIUM);
        String ada = standard.account("Ada", "1000.00");
        String ben = standard.account("Ben", "10.00");
        String cleo = standard.account("Cleo, nearly broke", "1.00");
        Customers dutch = customers(STANDARD);
        String daan = dutch.account("Daan", "20000.00");
        String emma = dutch.account("Emma", "10.00");

        Order rent = new Order(ada, ben, "125.50", "Rent");
        String key = key();
        JsonNode paid = show(PREMIUM, "Ada pays Ben 125.50 EUR", rent, key, COMPLETED);
        show(
                PREMIUM,
                "Cleo pays Ben 40000.00 EUR, which she doesn't have",
                new Order(cleo, ben, "40000.00", "Yacht"),
                key(),
                REJECTED_FOR_FUNDS);
        show(
                STANDARD,
                "Daan pays Emma 10000.01 EUR, more than NED-001 allows",
                new Order(daan, emma, "10000.01", "House"),
                key(),
                REJECTED_BY_A_RULE);
        JsonNode again = show(PREMIUM, "Ada's request is sent again", rent, key, COMPLETED);
        expect("the same payment as before", id(paid), id(again));
        return asPromised;
    }

    private JsonNode show(String tenant, String title, Order order, String key, String expected) {
        Payments payments = new Payments(api(tenant, Service.PAYMENT_SERVICE));
        JsonNode payment = payments.pay(order, key);
        out.accept("");
        out.accept("%s: %s".formatted(tenant, title));
        out.accept("  payment %s".formatted(id(payment)));
        for (JsonNode event : payments.timeline(payment)) {
            out.accept("  " + line(event));
        }
        expect("result", expected, endOf(payment));
        return payment;
    }

    private void expect(String what, String expected, String actual) {
        if (expected.equals(actual)) {
            out.accept("  %s: %s".formatted(what, actual));
        } else {
            asPromised = false;
            out.accept("  %s: %s, EXPECTED %s".formatted(what, actual, expected));
        }
    }

    private static String line(JsonNode event) {
        return "%-24s  %-18s  %-12s  %s %s"
                .formatted(
                        event.path("at").asString(""),
                        event.path("service").asString(""),
                        event.path("step").asString(""),
                        event.path("event").asString(""),
                        event.path("detail").asString(""))
                .stripTrailing();
    }

    private static String endOf(JsonNode payment) {
        String code = payment.path("reason").path("code").asString("");
        return (payment.get("status").asString() + ' ' + code).strip();
    }

    private static String id(JsonNode payment) {
        return payment.get("id").asString();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Customers customers(String tenant) {
        return new Customers(api(tenant, Service.ACCOUNT_SERVICE));
    }

    private Api api(String tenant, Service service) {
        return new Api(client, places.url(service), tenant);
    }
}
