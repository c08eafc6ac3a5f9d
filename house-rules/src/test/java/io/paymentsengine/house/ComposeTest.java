package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {

    private static final String STORE =
            """
            kind: StatefulSet
            spec: {template: {spec: {containers: [{image: "postgres:18"}]}}}
            """;

    private static final String SERVICES =
            """
            kind: Kustomization
            images: [{name: a-service, newName: payments-engine/a-service, newTag: local}]
            """;

    @TempDir private Path folder;

    @Test
    void our_file_makes_none_of_these_mistakes() {
        assertThat(
                        Stream.<Function<House, List<String>>>of(
                                        Compose::malformed,
                                        Compose::lacking,
                                        Compose::unknownImages,
                                        Compose::missingFiles,
                                        Compose::openPorts,
                                        Compose::secrets)
                                .flatMap(rule -> rule.apply(House.OURS).stream()))
                .isEmpty();
    }

    @Test
    void what_compose_does_not_know_is_refused() {
        House house = house("services: {a: {image: b, imaeg: c, depends_on: 5}}");
        assertThat(Compose.malformed(house))
                .anyMatch(error -> error.contains("imaeg"))
                .anyMatch(error -> error.contains("depends_on"));
    }

    @Test
    void a_container_without_limits_is_refused() {
        House house = house("services: {a: {restart: always}}");
        assertThat(Compose.lacking(house)).containsExactly("a: no mem_limit", "a: no read_only");
    }

    @Test
    void an_image_that_kubernetes_does_not_run_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("k8s/stores.yaml", STORE)
                        .with("k8s/kustomization.yaml", SERVICES)
                        .with(
                                Compose.FILE,
                                """
                                services:
                                  a: {image: "postgres:17"}
                                  b: {image: "postgres:18"}
                                  c: {image: "payments-engine/a-service:local"}
                                """)
                        .house();
        assertThat(Compose.unknownImages(house)).containsExactly("a: postgres:17");
    }

    @Test
    void a_file_that_does_not_exist_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("there.env", "A=b\n")
                        .with(
                                Compose.FILE,
                                "services: {a: {env_file: [there.env, gone.env], volumes: [b:/c, ./gone:/d:ro]}}")
                        .house();
        assertThat(Compose.missingFiles(house)).containsExactly("a: gone.env", "a: ./gone");
    }

    @Test
    void a_port_that_others_can_reach_is_refused() {
        House house = house("services: {a: {ports: ['8081:8080', '127.0.0.1:8082:8080']}}");
        assertThat(Compose.openPorts(house)).containsExactly("a: 8081:8080");
    }

    @Test
    void a_secret_that_is_written_down_is_refused() {
        House house =
                house(
                        "services: {a: {environment: {DB_PASSWORD: x, DB_PASSWORD_FILE: /y, USER: z}}}");
        assertThat(Compose.secrets(house)).containsExactly("a: DB_PASSWORD");
    }

    private House house(String text) {
        return WrongHouse.of(folder, Compose.FILE, text);
    }
}
