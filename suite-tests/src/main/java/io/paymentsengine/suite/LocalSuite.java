package io.paymentsengine.suite;

import io.paymentsengine.localstack.Console;
import io.paymentsengine.localstack.LocalStack;
import io.paymentsengine.localstack.Settings;
import io.paymentsengine.localstack.service.Service;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/// The suite as processes on this machine, on ports that nobody else uses. Its logs stay behind in
/// `target/suite/logs`.
public final class LocalSuite implements Suite {

    private static final Path FOLDER = Path.of("target", "suite");

    private final LocalStack stack;

    private LocalSuite(LocalStack stack) {
        this.stack = stack;
    }

    static LocalSuite started() {
        return started(FOLDER, Settings.apart(FOLDER).options());
    }

    /// Starts the suite with JVM options of your own, in a folder of its own that is emptied before.
    public static LocalSuite started(Path folder, List<String> options) {
        Settings apart = Settings.apart(folder);
        Settings fresh =
                new Settings(
                        apart.repository(), folder, apart.ports(), apart.detours(), true, options);
        LocalStack stack = new LocalStack(fresh, new Console(System.out));
        stack.start();
        return of(stack);
    }

    /// The suite that this stack runs, for whoever breaks more of it than services.
    public static LocalSuite of(LocalStack stack) {
        return new LocalSuite(stack);
    }

    /// The processes that the suite consists of, by name.
    public Map<String, Long> pids() {
        return stack.pids();
    }

    @Override
    public URI address(Service service) {
        return URI.create(stack.places().url(service));
    }

    /// Opens connections to the databases' server that may do everything.
    public PGSimpleDataSource superuser() {
        return stack.database(Service.PAYMENT_SERVICE).asSuperuser();
    }

    @Override
    public Connection connect(Service service) throws SQLException {
        return stack.database(service).asSuperuser().getConnection();
    }

    @Override
    public void kill(Service service) {
        stack.service(service).kill();
    }

    @Override
    public void restart(Service service) {
        stack.service(service).start();
    }

    @Override
    public void pause(Service service) {
        stack.service(service).pause();
    }

    @Override
    public void resume(Service service) {
        stack.service(service).resume();
    }

    @Override
    public void close() {
        stack.close();
    }
}
