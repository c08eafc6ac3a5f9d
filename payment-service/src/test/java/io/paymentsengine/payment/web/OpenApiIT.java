package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.payment.testing.RunningPaymentService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiIT extends RunningPaymentService {

    @Test
    void the_document_describes_what_is_answered() {
        JsonNode api = std.get("/v3/api-docs").json();
        JsonNode paths = api.path("paths");

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/payments",
                        "/api/v1/payments/bulk",
                        "/api/v1/payments/debtor-accounts",
                        "/api/v1/payments/{paymentId}",
                        "/api/v1/payments/{paymentId}/cancellation",
                        "/api/v1/payments/{paymentId}/timeline");
        assertThat(paths.at("/~1api~1v1~1payments/post/responses").propertyNames())
                .contains("201", "202", "400", "403", "409", "422", "429", "503")
                .doesNotContain("200");
        assertThat(
                        paths.at("/~1api~1v1~1payments~1{paymentId}~1timeline/get/responses/200")
                                .path("content")
                                .propertyNames())
                .containsExactlyInAnyOrder("application/json", "text/event-stream");
        assertThat(
                        paths.at("/~1api~1v1~1payments~1{paymentId}~1timeline/get/responses/204")
                                .path("description")
                                .asString())
                .contains("Last-Event-ID");
        assertThat(
                        paths.at("/~1api~1v1~1payments~1{paymentId}~1timeline/get/responses/429")
                                .at("/headers/Retry-After")
                                .isObject())
                .isTrue();
    }

    @Test
    void every_refusal_is_a_problem_detail() {
        JsonNode responses =
                std.get("/v3/api-docs").json().at("/paths/~1api~1v1~1payments/post/responses");

        assertThat(responses.propertyNames())
                .filteredOn(status -> !status.startsWith("2"))
                .isNotEmpty()
                .allSatisfy(
                        status ->
                                assertThat(
                                                responses
                                                        .path(status)
                                                        .at(
                                                                "/content/application~1problem+json/schema/$ref")
                                                        .asString())
                                        .endsWith("/Problem"));
    }

    @Test
    void an_operation_names_each_parameter_once() {
        JsonNode paths = std.get("/v3/api-docs").json().path("paths");

        assertThat(paths.at("/~1api~1v1~1payments/post/parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("x-tenant-id", "Idempotency-Key", "Prefer");
        assertThat(
                        paths.at("/~1api~1v1~1payments~1{paymentId}~1timeline/get/parameters")
                                .findValuesAsString("name"))
                .containsExactlyInAnyOrder("paymentId", "x-tenant-id", "Last-Event-ID");
    }

    @Test
    void clients_are_told_how_long_a_key_is_good() {
        JsonNode parameters =
                std.get("/v3/api-docs").json().at("/paths/~1api~1v1~1payments/post/parameters");

        assertThat(parameters.findValuesAsString("description"))
                .filteredOn(each -> each.contains("A key is remembered for 168 hours"))
                .hasSize(1);
    }

    @Test
    void there_is_a_page_to_try_it() {
        assertThat(std.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }
}
