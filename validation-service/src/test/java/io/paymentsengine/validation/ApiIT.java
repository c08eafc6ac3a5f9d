package io.paymentsengine.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiIT extends AtTheDoor {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/validations",
        "GET,  /api/v1/validations/0198c0de-0000-7000-8000-000000000001",
        "GET,  /api/v1/limits",
        "PUT,  /api/v1/limits",
    })
    void every_call_names_a_registered_tenant(String method, String path) {
        call(method, path).exchange().expectStatus().isBadRequest();
        call(method, path)
                .header("x-tenant-id", "std-001")
                .exchange()
                .expectStatus()
                .isBadRequest();
        call(method, path).header("x-tenant-id", "XXX-999").exchange().expectStatus().isForbidden();
    }

    @Test
    void the_api_describes_itself() {
        call("GET", "/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .isEqualTo("3.1.0")
                .jsonPath("$.paths['" + VALIDATIONS + "'].post")
                .exists()
                .jsonPath("$.paths['" + VALIDATIONS + "/{paymentId}'].get")
                .exists()
                .jsonPath("$.paths['" + LIMITS + "'].put")
                .exists();
    }
}
