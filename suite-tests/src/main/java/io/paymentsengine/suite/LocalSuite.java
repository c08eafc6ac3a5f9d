package io.paymentsengine.suite;

import io.paymentsengine.faultagent.Post;
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
    private static final Path POSTS = FOLDER.resolve("posts").toAbsolutePath();
    private static final Path AGENT = Path.of("fault-agent", "target", "fault-agent.jar");

    /// Starts the services with little patience: `-Dhurried`.
    private static final String HURRIED = "hurried";

    private final LocalStack stack;

    private LocalSuite(LocalStack stack) {
        this.stack = stack;
    }

    static LocalSuite started() {
        for (Service service : Service.values()) {
            Post post = new Post(POSTS.resolve(service.title()));
            post.offer(Boundaries.of(service));
            post.disarm();
        }
        Settings apart = Settings.apart(FOLDER);
        return started(
                apart.with(List.of(agent(apart.repository())))
                        .with(Boolean.getBoolean(HURRIED) ? Hurry.OPTIONS : List.of()));
    }

    /// Starts the suite with JVM options of your own, in a folder of its own that is emptied before.
    public static LocalSuite started(Path folder, List<String> options) {
        Settings apart = Settings.apart(folder);
        return started(
                new Settings(
                        apart.repository(),
                        folder,
                        apart.ports(),
                        apart.detours(),
                        true,
                        options));
    }

    private static LocalSuite started(Settings settings) {
        Settings fresh =
                new Settings(
                        settings.repository(),
                        settings.folder(),
                        settings.ports(),
                        settings.detours(),
                        true,
                        settings.options());
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
    public Post post(Service service) {
        return new Post(POSTS.resolve(service.title()));
    }

    @Override
    public void close() {
        stack.close();
    }

    /// Does nothing until a journey orders it to.
    private static String agent(Path repository) {
        return "-javaagent:%s=%s/{service}".formatted(repository.resolve(AGENT), POSTS);
    }
}
