package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Kills a process at each boundary of the message path in turn; the next process takes over and is
/// killed at the next boundary. In the end, each command has taken effect once and has been
/// answered.
@SpringBootTest(classes = CrashIT.OnlyStores.class)
@WithStores(database = "crashes", isolated = true)
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int COMMANDS = 40;

    @Autowired Environment settings;
    @Autowired Stores stores;
    @TempDir Path logs;

    private final List<Process> services = new ArrayList<>();

    /// Kills the processes that a failed test leaves behind, as nothing else does.
    @AfterEach
    void end_who_lives() {
        services.forEach(Process::destroyForcibly);
        services.forEach(service -> service.onExit().join());
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void a_crash_at_any_boundary_neither_loses_nor_doubles() throws Exception {
        List<ReserveFunds> commands = new ArrayList<>();
        try (Wire wire = new Wire(stores.bootstrapServers(), Topics.SAGA_REPLIES.name())) {
            for (CrashPoint point : CrashPoint.values()) {
                Process service = start(point.name());
                commands.addAll(send(wire));
                assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
                assertThat(service.exitValue()).as(point.name()).isEqualTo(CrashPoint.EXIT_CODE);
            }
            start("NONE");
            await().atMost(PATIENCE).until(() -> answered(wire, commands) == commands.size());
        }
        assertThat(deeds()).isEqualTo(commands.size()).isEqualTo(distinctDeeds());
    }

    private static List<ReserveFunds> send(Wire wire) {
        List<ReserveFunds> commands =
                Stream.generate(() -> Wire.reserve("EUR")).limit(COMMANDS).toList();
        commands.forEach(wire::send);
        wire.flush();
        return commands;
    }

    private static long answered(Wire wire, List<ReserveFunds> commands) {
        String all = String.join("\n", wire.received().stream().map(Wire::text).toList());
        return commands.stream().filter(each -> all.contains(each.paymentId().toString())).count();
    }

    private Process start(String point) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("-D" + CrashPoint.PROPERTY + "=" + point);
        Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.flyway.user",
                        "spring.flyway.password",
                        "spring.flyway.placeholders.app",
                        "spring.kafka.bootstrap-servers",
                        "TENANTS_FILE")
                .map(key -> "-D" + key + "=" + settings.getRequiredProperty(key))
                .forEach(command::add);
        command.add(
                "-Dspring.kafka.consumer.properties["
                        + ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG
                        + "]="
                        + CrashingService.AfterAcknowledge.class.getName());
        // A process that returns under its own name need not wait until the dead one is given up.
        command.add("-Dspring.kafka.consumer.properties[group.instance.id]=crashing");
        command.add(CrashingService.class.getName());
        Process service =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(logs.resolve(point + ".log").toFile())
                        .start();
        services.add(service);
        return service;
    }

    private long deeds() {
        return count("SELECT count(*) FROM deed");
    }

    private long distinctDeeds() {
        return count("SELECT count(DISTINCT payment_id) FROM deed");
    }

    private long count(String sql) {
        return JdbcClient.create(stores.database("crashes").asSuperuser())
                .sql(sql)
                .query(Long.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class OnlyStores {}
}
