package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatusCode;

class ProblemTypeTest {

    @ParameterizedTest
    @CsvSource({
        "400, invalid-request",
        "404, not-found",
        "413, content-too-large",
        "414, uri-too-long",
        "431, request-header-fields-too-large",
        "499, invalid-request",
        "500, internal-error",
        "501, not-implemented",
        "503, temporarily-unavailable",
        "599, internal-error"
    })
    void every_status_has_a_type(int status, String slug) {
        assertThat(ProblemType.of(HttpStatusCode.valueOf(status)).uri())
                .hasToString("https://paymentsengine.io/problems/" + slug);
    }
}
