package io.paymentsengine.validation;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/// A client of the REST API, with the bodies of its requests.
abstract class AtTheDoor extends OnRealStores {

    static final String VALIDATIONS = "/api/v1/validations";
    static final String LIMITS = "/api/v1/limits";

    @LocalServerPort int port;

    private final RestTestClient client = RestTestClient.bindToServer().build();

    @BeforeEach
    void forget_recent_payments() {
        stores.flushRedis();
    }

    ResponseSpec get(String tenant, String path) {
        return call("GET", path).header("x-tenant-id", tenant).exchange();
    }

    ResponseSpec post(String tenant, String path, String json) {
        return send("POST", tenant, path, json);
    }

    ResponseSpec put(String tenant, String path, String json) {
        return send("PUT", tenant, path, json);
    }

    RestTestClient.RequestBodySpec call(String method, String path) {
        return client.method(HttpMethod.valueOf(method))
                .uri(URI.create("http://localhost:" + port + path));
    }

    private ResponseSpec send(String method, String tenant, String path, String json) {
        return call(method, path)
                .header("x-tenant-id", tenant)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    static String preview(String debtor, String creditor, String value) {
        Map<String, String> fields = fields(debtor, creditor);
        fields.put("amount", "{\"value\": \"" + value + "\", \"currency\": \"EUR\"}");
        return body(fields);
    }

    /// The fields of a preview by name, each as JSON.
    static Map<String, String> fields(String debtor, String creditor) {
        Map<String, String> fields = new HashMap<>();
        fields.put("debtorAccount", '"' + debtor + '"');
        fields.put("creditorAccount", '"' + creditor + '"');
        fields.put("amount", "{\"value\": \"1.00\", \"currency\": \"EUR\"}");
        return fields;
    }

    static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
