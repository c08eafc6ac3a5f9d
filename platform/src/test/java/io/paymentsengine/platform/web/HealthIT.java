package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the cluster requests from a service, without a tenant.
class HealthIT extends DoorTestCase {

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void probes_are_answered(String group) {
        Answer answer = send(request("/actuator/health/" + group));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("UP");
    }

    @Test
    void a_restart_is_asked_for_by_the_service_alone() {
        Answer answer = send(request("/actuator/health/liveness"));

        assertThat(answer.json().path("components").propertyNames())
                .containsExactly("livenessState");
    }

    @Test
    void meters_are_shown_in_buckets() {
        get(THINGS);

        assertThat(send(request("/actuator/prometheus")).response().body())
                .contains("http_server_requests_seconds_bucket{application=\"door\"");
    }

    @Test
    void nothing_else_is_shown() {
        send(request("/actuator/env")).isProblem(ProblemType.NOT_FOUND);
    }
}
