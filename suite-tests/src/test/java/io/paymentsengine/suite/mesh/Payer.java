package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client outside the cluster with two accounts, which pays from one to the other.
final class Payer {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String ACCOUNTS = "/api/v1/accounts";

    private final GatewayClient gateway;
    private final String debtor;
    private final String creditor;

    private Payer(GatewayClient gateway, String debtor, String creditor) {
        this.gateway = gateway;
        this.debtor = debtor;
        this.creditor = creditor;
    }

    /// Opens the accounts, one of them with a thousand euros.
    static Payer at(GatewayClient gateway) {
        Payer payer = new Payer(gateway, account(gateway), account(gateway));
        accepted(
                gateway.send(
                        ACCOUNTS + "/" + payer.debtor + "/deposits",
                        "{\"amount\": {\"value\": \"1000.00\", \"currency\": \"EUR\"}}",
                        headers("deposit-" + payer.debtor)));
        return payer;
    }

    /// Requests a payment once.
    ///
    /// @param headers further headers, names and values in turn
    Heard pay(int euros, String key, String... headers) {
        return gateway.send(PAYMENTS, order(euros), headers(key, headers));
    }

    /// Requests a payment once, without an idempotency key, so that no proxy may retry it.
    Heard payWithoutKey(int euros) {
        return gateway.send(PAYMENTS, order(euros), "x-tenant-id", "STD-001");
    }

    private String order(int euros) {
        return "{\"debtorAccount\": \"%s\", \"creditorAccount\": \"%s\", \"reference\": \"\", \"amount\": {\"value\": \"%d.00\", \"currency\": \"EUR\"}}"
                .formatted(debtor, creditor, euros);
    }

    /// The amounts debited from the account; if there are many, only the latest.
    List<String> debits() {
        return items(ACCOUNTS + "/" + debtor + "/entries").stream()
                .filter(entry -> entry.path("direction").asString().equals("DEBIT"))
                .map(entry -> entry.path("amount").path("value").asString())
                .toList();
    }

    /// How many euros the creditor has received.
    int paid() {
        JsonNode account =
                accepted(gateway.get(ACCOUNTS + "/" + creditor, "x-tenant-id", "STD-001"));
        return new BigDecimal(account.path("balance").path("value").asString()).intValueExact();
    }

    /// How many payments have not ended.
    int open() {
        return items(PAYMENTS + "?status=ACCEPTED&account=" + debtor).size();
    }

    private static String account(GatewayClient gateway) {
        Heard opened =
                gateway.send(
                        ACCOUNTS,
                        "{\"currency\": \"EUR\", \"name\": \"conformance\"}",
                        headers(UUID.randomUUID().toString()));
        return accepted(opened).path("id").asString();
    }

    private List<JsonNode> items(String path) {
        return accepted(gateway.get(path, "x-tenant-id", "STD-001"))
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode accepted(Heard heard) {
        assertThat(heard.status()).as(heard.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(heard.body());
    }

    private static String[] headers(String key, String... more) {
        List<String> headers = new ArrayList<>(List.of("x-tenant-id", "STD-001"));
        headers.addAll(List.of("idempotency-key", key));
        headers.addAll(List.of(more));
        return headers.toArray(String[]::new);
    }
}
