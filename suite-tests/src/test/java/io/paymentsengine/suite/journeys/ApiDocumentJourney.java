package io.paymentsengine.suite.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Caller;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests that every service publishes its API.
@ExtendWith(RunningSuite.class)
class ApiDocumentJourney {

    private final Suite suite;

    ApiDocumentJourney(Suite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @EnumSource
    void the_document_is_openapi_3_1_and_says_everything_under_api_v1(Service service) {
        ApiDocument document = ApiDocument.of(service, suite);
        assertThat(document.json().path("openapi").asString("")).startsWith("3.1.");
        assertThat(document.operations().toList())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.path()).startsWith("/api/v1/"));
    }

    @ParameterizedTest
    @EnumSource
    void people_can_read_it_in_a_browser(Service service) {
        Answer page = Caller.inNobodysName(suite).get(service, "/swagger-ui/index.html");
        assertThat(page.expecting(200).header("Content-Type").orElse("")).contains("text/html");
        assertThat(page.body()).contains("swagger-ui");
    }
}
