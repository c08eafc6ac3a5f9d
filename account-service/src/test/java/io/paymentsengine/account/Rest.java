package io.paymentsengine.account;

import io.paymentsengine.contracts.vocabulary.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the REST API that shares no code with it.
///
/// @param tenant sent as it is; not sent if empty
record Rest(String base, String tenant) {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        /// The decimal value of the amount with this name.
        String amount(String name) {
            return json().get(name).get("value").asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /// The end of the problem's type.
        String problem() {
            return json().get("type").asString().replaceFirst(".*/", "");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /// @param headers alternating names and values
    Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        request.header("content-type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /// A new account in euros.
    AccountId open() {
        return open("EUR", "0");
    }

    AccountId open(String currency, String overdraftLimit) {
        Answer answer =
                post(
                        "",
                        """
                        {"currency": "%s", "name": "Somebody", "overdraftLimit": "%s"}
                        """
                                .formatted(currency, overdraftLimit));
        return AccountId.of(answer.json().get("id").asString());
    }

    /// A new account with this balance.
    AccountId openWith(String euros) {
        AccountId account = open();
        deposit(account, euros);
        return account;
    }

    Answer deposit(AccountId account, String euros, String... headers) {
        return post(
                "/" + account + "/deposits",
                """
                {"amount": {"value": "%s", "currency": "EUR"}}
                """
                        .formatted(euros),
                headers);
    }

    Answer account(AccountId account) {
        return get("/" + account);
    }

    Answer change(AccountId account, String move) {
        return post("/" + account + "/" + move, "");
    }

    private HttpRequest.Builder request(String path) {
        String address = path.startsWith("/v3/") ? path : ACCOUNTS + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address));
        return tenant.isEmpty() ? request : request.header("x-tenant-id", tenant);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
