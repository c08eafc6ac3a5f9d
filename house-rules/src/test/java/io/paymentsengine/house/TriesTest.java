package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriesTest {

    private static final String ROUTE =
            """
            kind: VirtualService
            spec:
              http:
                - retries: {attempts: 2, perTryTimeout: %s}
            """;

    @TempDir private Path folder;

    @Test
    void a_service_loses_patience_before_the_mesh_does() {
        assertThat(Tries.cutShort(House.OURS)).isEmpty();
    }

    @Test
    void a_try_that_ends_before_the_service_answers_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(Tries.SOURCE, "long WAIT_MAX_MILLIS = 2_000;")
                        .with("istio/a.yaml", ROUTE.formatted("2s"))
                        .with("istio/b.yaml", ROUTE.formatted("3s"))
                        .house();
        assertThat(Tries.cutShort(house))
                .containsExactly("perTryTimeout: 2s, but the wait for a slot takes up to 2000 ms");
    }

    @Test
    void each_try_has_its_time() {
        assertThat(Tries.beyondTheRoute(House.OURS)).isEmpty();
    }

    @Test
    void a_route_that_ends_before_its_last_try_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("istio/a.yaml", timed("6s"))
                        .with("istio/b.yaml", timed("5s"))
                        .house();
        assertThat(Tries.beyondTheRoute(house))
                .containsExactly("timeout: 5s, but all tries take up to 6000 ms");
    }

    private static String timed(String time) {
        return ROUTE.formatted("2s") + "      timeout: " + time + "\n";
    }
}
