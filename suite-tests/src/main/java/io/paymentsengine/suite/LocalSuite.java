package io.paymentsengine.suite;

import io.paymentsengine.localstack.Console;
import io.paymentsengine.localstack.LocalStack;
import io.paymentsengine.localstack.Settings;
import io.paymentsengine.localstack.service.Service;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// The suite as processes on this machine, on ports that nobody else uses. Its logs stay behind in
/// `target/suite/logs`.
final class LocalSuite implements Suite {

    private static final Path FOLDER = Path.of("target", "suite");

    private final LocalStack stack;

    private LocalSuite(LocalStack stack) {
        this.stack = stack;
    }

    static LocalSuite started() {
        LocalStack stack = new LocalStack(fresh(), new Console(System.out));
        stack.start();
        return new LocalSuite(stack);
    }

    @Override
    public URI address(Service service) {
        return URI.create(stack.places().url(service));
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

    private static Settings fresh() {
        Settings apart = Settings.apart(FOLDER);
        return new Settings(
                apart.repository(), apart.folder(), apart.ports(), true, apart.options());
    }
}
