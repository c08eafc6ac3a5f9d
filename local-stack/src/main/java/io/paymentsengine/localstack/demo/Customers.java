package io.paymentsengine.localstack.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The accounts of a tenant, which are found by name after a restart.
record Customers(Api accounts) {

    private static final String CURRENCY = "EUR";

    /// The id of the account with this name and at least this much available. Opens the account and
    /// makes a deposit if necessary.
    String account(String name, String atLeast) {
        JsonNode account = find(name).orElseGet(() -> open(name));
        String id = account.get("id").asString();
        BigDecimal missing =
                new BigDecimal(atLeast)
                        .subtract(new BigDecimal(account.get("available").get("value").asString()));
        if (missing.signum() > 0) {
            accounts.post(
                    "/accounts/" + id + "/deposits",
                    Map.of("amount", amount(missing.toPlainString())),
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        }
        return id;
    }

    static Map<String, String> amount(String value) {
        return Map.of("value", value, "currency", CURRENCY);
    }

    private Optional<JsonNode> find(String name) {
        String cursor = "";
        while (true) {
            JsonNode page = accounts.get("/accounts?limit=100" + cursor);
            for (JsonNode account : page.get("items")) {
                if (account.path("name").asString("").equals(name)) {
                    return Optional.of(account);
                }
            }
            if (!page.hasNonNull("next")) {
                return Optional.empty();
            }
            cursor = "&cursor=" + page.get("next").asString();
        }
    }

    private JsonNode open(String name) {
        return accounts.post("/accounts", Map.of("currency", CURRENCY, "name", name), Map.of());
    }
}
