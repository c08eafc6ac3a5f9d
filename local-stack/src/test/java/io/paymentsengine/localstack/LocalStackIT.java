package io.paymentsengine.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.store.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests how the suite fails to start. The journeys test that it starts.
class LocalStackIT {

    private static final Console SILENT = Console.silent();

    @TempDir Path folder;

    @Test
    void a_taken_port_is_named_before_anything_is_started() throws IOException {
        Settings settings = settings(folder);
        int redis = settings.ports().of(Processes.Port.REDIS);
        try (var _ = new ServerSocket(redis, 1, InetAddress.ofLiteral("127.0.0.1"));
                LocalStack stack = new LocalStack(settings, SILENT)) {
            assertThatThrownBy(stack::start)
                    .hasMessageContaining("redis (" + redis + ")")
                    .hasMessageContaining("-Dports.offset");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_service_that_was_not_built_is_named_and_nothing_stays_behind() {
        Settings settings = settings(folder);
        try (LocalStack stack = new LocalStack(settings, SILENT)) {
            assertThatThrownBy(stack::start)
                    .hasMessageContaining(".jar is missing")
                    .hasMessageContaining("./mvnw -Prun");
        }
        assertThat(settings.ports().taken()).isEmpty();
    }

    /// Services that were never built.
    private static Settings settings(Path folder) {
        return new Settings(
                folder.resolve("repository"),
                folder,
                PortPlan.of(_ -> Ports.free()),
                Map.of(),
                false,
                List.of());
    }
}
