package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {

    private static final String PODS =
            """
            kind: Deployment
            metadata: {name: %s, labels: {payments-engine/pod: service}}
            spec: {template: {spec: {containers: [{resources: {requests: {cpu: %s}}}]}}}
            """;

    @TempDir private Path folder;

    @Test
    void pods_that_are_sized_otherwise_are_refused() {
        House house =
                new WrongHouse(folder)
                        .with("k8s/a.yaml", PODS.formatted("payment-service", "500m"))
                        .with("k8s/b.yaml", PODS.formatted("payment-service-canary", "100m"))
                        .with("k8s/c.yaml", PODS.formatted("account-service", "500m"))
                        .house();
        assertThat(Processors.unequal(house))
                .containsExactly("k8s/b.yaml Deployment payment-service-canary: 100m");
    }
}
