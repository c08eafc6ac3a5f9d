package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Child;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Launch;
import io.paymentsengine.localstack.process.Posix;
import io.paymentsengine.localstack.process.ProcessServer;
import io.paymentsengine.localstack.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs PostgreSQL from its own programs, with the durability of production.
final class PostgresProgram implements Program {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=200",
                    "shared_buffers=64MB",
                    "shared_preload_libraries=pg_stat_statements",
                    "timezone=UTC",
                    "log_timezone=UTC");

    private final Path home;
    private final Path data;
    private final Path log;
    private final int port;
    private final List<String> asNobody = Posix.asNobody();

    /// @param folder the folder below which the data is kept
    PostgresProgram(Path folder, Path log, int port) {
        this.home = PostgresBinaries.folder();
        this.data = folder.resolve("data").toAbsolutePath();
        this.log = log;
        this.port = port;
    }

    @Override
    public Launch prepare() {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize();
        }
        Stream<String> settings = SETTINGS.stream().flatMap(setting -> Stream.of("-c", setting));
        return launch(
                "postgres",
                Stream.concat(
                        Stream.of("-D", data.toString(), "-p", Integer.toString(port)), settings));
    }

    @Override
    public boolean isReady(Child child) {
        return Probes.postgres(ProcessServer.LOOPBACK, port);
    }

    @Override
    public void end(Child child) {
        Child.run(launch("pg_ctl", Stream.of("stop", "-D", data.toString(), "-m", "fast", "-w")));
        child.end(PATIENCE);
    }

    private void initialize() {
        Folders.remove(data);
        Folders.make(data);
        if (Posix.needsChown(asNobody)) {
            Child.run(
                    new Launch(
                            "chown",
                            List.of("chown", "65534:65534", data.toString()),
                            Map.of(),
                            data,
                            log));
        }
        Path password = data.resolveSibling("password");
        try {
            Files.writeString(password, Login.SUPERUSER.password());
            Child.run(launch("initdb", initdbArguments(password)));
            Files.delete(password);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Stream<String> initdbArguments(Path password) {
        return Stream.of(
                "-D",
                data.toString(),
                "-U",
                Login.SUPERUSER.name(),
                "--pwfile",
                password.toString(),
                "--auth",
                "scram-sha-256",
                "--encoding",
                "UTF8",
                "--locale-provider",
                "builtin",
                "--locale",
                "C.UTF-8",
                "--data-checksums");
    }

    private Launch launch(String program, Stream<String> arguments) {
        Stream<String> command =
                Stream.of(
                                asNobody.stream(),
                                Stream.of(home.resolve("bin").resolve(program).toString()),
                                arguments)
                        .flatMap(part -> part);
        return new Launch("PostgreSQL's " + program, command.toList(), Map.of(), data, log);
    }
}
