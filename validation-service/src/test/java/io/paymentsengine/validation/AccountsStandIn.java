package io.paymentsengine.validation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/// A real HTTP server that implements account-service's contract. All tests share it; each test uses its own
/// account ids.
final class AccountsStandIn {

    static final AccountsStandIn INSTANCE = new AccountsStandIn();

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final byte[] UNKNOWN_TENANT =
            """
            {"type": "https://paymentsengine.io/problems/unknown-tenant", "status": 403,
             "title": "The tenant is not registered", "detail": "See x-tenant-id."}
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final JsonMapper json = StrictJson.mapper();
    private final Map<String, Found> byTenantAndReference = new ConcurrentHashMap<>();
    private final List<Asked> questions = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = OK;

    /// Tenants that the server's registry lacks.
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    private AccountsStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/api/v1/accounts/lookup", this::lookup);
        server.start();
    }

    record Asked(String tenant, List<String> accounts) {}

    record Found(
            String reference,
            AccountId id,
            @Nullable String iban,
            String status,
            String currency) {}

    private record Body(List<String> accounts) {}

    /// Points the service at this server.
    void register(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.http.serviceclient.accounts.base-url",
                () -> "http://localhost:" + server.getAddress().getPort());
    }

    /// Adds an open account in EUR.
    String open(String tenant) {
        return add(tenant, new AccountId(Ids.next()).toString(), "OPEN", "EUR");
    }

    /// Gives an account an IBAN, under which it is found as well.
    void give(String tenant, String account, String iban) {
        Found known = Objects.requireNonNull(byTenantAndReference.get(tenant + account));
        for (String reference : List.of(account, iban)) {
            byTenantAndReference.put(
                    tenant + reference,
                    new Found(reference, known.id(), iban, known.status(), known.currency()));
        }
    }

    String add(String tenant, String account, String status, String currency) {
        byTenantAndReference.put(
                tenant + account,
                new Found(account, AccountId.of(account), null, status, currency));
        return account;
    }

    /// Makes every lookup return this status from now on, without accounts.
    void fail(int httpStatus) {
        status = httpStatus;
    }

    /// Makes the server no longer know this tenant.
    void forget(String tenant) {
        unknown.add(tenant);
    }

    void recover() {
        status = OK;
        unknown.clear();
    }

    /// The requests that contained this reference.
    List<Asked> questionsAbout(String account) {
        return questions.stream().filter(each -> each.accounts().contains(account)).toList();
    }

    private void lookup(HttpExchange exchange) throws IOException {
        try (exchange) {
            String tenant = exchange.getRequestHeaders().getFirst("x-tenant-id");
            List<String> accounts =
                    json.readValue(exchange.getRequestBody(), Body.class).accounts();
            questions.add(new Asked(tenant, accounts));
            List<Found> found = new ArrayList<>();
            for (String account : accounts) {
                Found known = byTenantAndReference.get(tenant + account);
                if (known != null) {
                    found.add(known);
                }
            }
            if (unknown.contains(tenant)) {
                answer(exchange, FORBIDDEN, "application/problem+json", UNKNOWN_TENANT);
            } else {
                byte[] answer = status == OK ? json.writeValueAsBytes(found) : new byte[] {'x'};
                answer(exchange, status, "application/json", answer);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
