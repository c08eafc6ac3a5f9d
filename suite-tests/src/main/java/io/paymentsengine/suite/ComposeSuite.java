package io.paymentsengine.suite;

import io.paymentsengine.localstack.Repository;
import io.paymentsengine.localstack.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/// The suite as containers of the repository's `docker-compose.yml`. It is started if it is not running, and
/// is left running: existing containers are not ended, and their payments stay.
final class ComposeSuite implements Suite {

    /// The command that runs Compose: `-Dcompose="docker compose"`.
    private static final String SETTING = "compose";

    private static final String POSTGRES = "postgres";
    private static final String POSTGRES_PORT = "5432";
    private static final String PASSWORD = "/run/superuser/password";

    private final List<String> compose;

    private ComposeSuite(List<String> compose) {
        this.compose = compose;
    }

    static ComposeSuite started() {
        String command = System.getProperty(SETTING, "");
        List<String> words =
                List.of((command.isBlank() ? "docker compose" : command).strip().split(" +"));
        ComposeSuite suite = new ComposeSuite(words);
        suite.compose("up", "--detach", "--wait");
        return suite;
    }

    @Override
    public URI address(Service service, String path) {
        return URI.create("http://localhost:" + service.port()).resolve(path);
    }

    @Override
    public Connection connect(Service service) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        String address = compose("port", POSTGRES, POSTGRES_PORT);
        database.setUrl("jdbc:postgresql://%s/%s".formatted(address, service.database()));
        database.setUser(POSTGRES);
        database.setPassword(compose("exec", "-T", POSTGRES, "cat", PASSWORD));
        return database.getConnection();
    }

    @Override
    public void kill(Service service) {
        compose("kill", "--signal", "KILL", service.title());
    }

    @Override
    public void restart(Service service) {
        compose("up", "--detach", "--wait", service.title());
    }

    @Override
    public void pause(Service service) {
        compose("pause", service.title());
    }

    @Override
    public void resume(Service service) {
        compose("unpause", service.title());
    }

    /// Leaves the containers as they are.
    @Override
    public void close() {}

    /// Runs a Compose command and returns its output.
    ///
    /// @throws IllegalStateException if the command fails; the reason is on standard error
    private String compose(String... words) {
        List<String> command = new ArrayList<>(compose);
        command.addAll(List.of(words));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(Repository.folder().toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        "%s ended with code %d".formatted(String.join(" ", command), code));
            }
            return said.strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
