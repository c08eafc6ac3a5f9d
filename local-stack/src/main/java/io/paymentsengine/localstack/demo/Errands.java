package io.paymentsengine.localstack.demo;

import io.paymentsengine.localstack.demo.Payments.Order;
import io.paymentsengine.localstack.service.Places;
import io.paymentsengine.localstack.service.Service;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Many small payments from one account to another, each made after the previous one has ended. No
/// two have the same amount, because the second would be taken for a duplicate of the first.
public final class Errands {

    private static final String TENANT = "STD-001";
    private static final String COMPLETED = "COMPLETED";
    private static final int DECIMALS = 2;

    private final Customers customers;
    private final Payments payments;

    public Errands(Places places) {
        HttpClient client = HttpClient.newHttpClient();
        this.customers =
                new Customers(new Api(client, places.url(Service.ACCOUNT_SERVICE), TENANT));
        this.payments = new Payments(new Api(client, places.url(Service.PAYMENT_SERVICE), TENANT));
    }

    /// Makes payments, each one cent higher than the one before.
    ///
    /// @param number how many
    /// @throws IllegalStateException if a payment is not completed
    public void run(int number) {
        String debtor = customers.account("Fay, with many errands", "100000.00");
        String creditor = customers.account("Gus, with a shop", "1.00");
        for (int errand = 1; errand <= number; errand++) {
            String amount = BigDecimal.valueOf(errand, DECIMALS).toPlainString();
            JsonNode payment =
                    payments.pay(
                            new Order(debtor, creditor, amount, "Errand " + errand),
                            UUID.randomUUID().toString());
            payments.timeline(payment);
            if (!payment.path("status").asString("").equals(COMPLETED)) {
                throw new IllegalStateException("a payment was not completed: " + payment);
            }
        }
    }
}
