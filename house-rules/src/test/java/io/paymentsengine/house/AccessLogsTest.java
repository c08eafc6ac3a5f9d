package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogsTest {

    @TempDir private Path folder;

    @Test
    void who_asked_is_logged_and_no_query_is() {
        assertThat(AccessLogs.unlogged(House.OURS)).isEmpty();
        assertThat(AccessLogs.telling(House.OURS)).isEmpty();
    }

    @Test
    void a_query_in_the_log_and_a_claim_that_is_not_there_are_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "istio/install/mesh.yaml",
                                """
                                accessLogFormat: |
                                  "path": "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%",
                                  "from": "%REQ(REFERER)%",
                                  "quiet": "%REQ_WITHOUT_QUERY(X-ENVOY-ORIGINAL-PATH?:PATH)%",
                                  "tenant": "%REQ(X-TENANT-ID)%"
                                """)
                        .with("istio/install/local.yaml", "nothing: of a log\n")
                        .with(
                                "istio/a.yaml",
                                """
                                kind: RequestAuthentication
                                spec:
                                  jwtRules:
                                    - outputClaimToHeaders:
                                        - {header: x-tenant-id, claim: tenant}
                                        - {header: x-subject, claim: sub}
                                """)
                        .house();
        assertThat(AccessLogs.telling(house))
                .containsExactly(
                        "istio/install/mesh.yaml %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%",
                        "istio/install/mesh.yaml %REQ(REFERER)%");
        assertThat(AccessLogs.unlogged(house)).containsExactly("istio/install/mesh.yaml X-SUBJECT");
    }
}
