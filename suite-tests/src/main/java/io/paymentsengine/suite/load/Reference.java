package io.paymentsengine.suite.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/// What one durable money transfer costs without services, saga and broker: `pgbench`'s TPC-B-like
/// transaction, prepared, from 8 clients at scale 50, on the same server with the same settings. Where
/// `pgbench` is not installed, the same statements are run through JDBC.
final class Reference {

    static final int SCALE = 50;
    static final int CLIENTS = 8;

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final PGSimpleDataSource database;
    private final Optional<Path> pgbench = installed();

    /// @param database an empty database, which the reference fills
    Reference(PGSimpleDataSource database) {
        this.database = database;
        if (pgbench.isPresent()) {
            output("-i", "-q", "-s", Integer.toString(SCALE));
        } else {
            JdbcTpcb.fill(database, SCALE);
        }
    }

    /// The tool that measures: `pgbench` or `JDBC`.
    String title() {
        return pgbench.isPresent() ? "pgbench" : "JDBC";
    }

    /// Returns transactions per second.
    double run(Duration time) {
        if (pgbench.isEmpty()) {
            return JdbcTpcb.run(database, SCALE, CLIENTS, time);
        }
        String said =
                output(
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(CLIENTS),
                        "-j",
                        "2",
                        "-n",
                        "-T",
                        Long.toString(time.toSeconds()));
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String output(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(pgbench.orElseThrow().toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "-h",
                        database.getServerNames()[0],
                        "-p",
                        Integer.toString(database.getPortNumbers()[0]),
                        "-U",
                        database.getUser(),
                        database.getDatabaseName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.getPassword());
        try {
            return new String(
                    builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Finds the program itself: Debian's wrapper of the same name chooses a server by environment variables.
    private static Optional<Path> installed() {
        Stream<Path> debian =
                Stream.iterate(30, version -> version > 12, version -> version - 1)
                        .map(version -> Path.of("/usr/lib/postgresql/%d/bin".formatted(version)));
        Stream<Path> path =
                Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                        .map(Path::of);
        return Stream.concat(debian, path)
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
