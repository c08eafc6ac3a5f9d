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
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/// The suite as processes on this machine, on free ports. Its logs are kept in `target/suite/logs`.
public final class LocalSuite implements Suite {

    private static final Path FOLDER = Path.of("target", "suite");
    private static final Path POSTS = FOLDER.resolve("posts").toAbsolutePath();
    private static final Path AGENT = Path.of("fault-agent", "target", "fault-agent.jar");

    private LocalStack stack;

    private LocalSuite(LocalStack stack) {
        this.stack = stack;
    }

    /// Starts the suite without the fault agent. Because journeys kill and restart services, the first start
    /// of a build makes later ones quicker, which is not possible for processes with the agent.
    static LocalSuite started() {
        LocalSuite suite = started(fresh());
        if (!suite.stack.startsQuickly()) {
            suite.stack.quickenLaterStarts();
        }
        return suite;
    }

    /// Ends everything and starts it again with empty stores and with an agent that can halt a service at its
    /// [Boundaries].
    public void startAnew(Hurry hurry) {
        for (Service service : Service.values()) {
            Post post = postOf(service);
            post.offer(Boundaries.of(service));
            post.disarm();
        }
        stack.close();
        stack = new LocalStack(watched(hurry), console());
        stack.start();
    }

    /// Starts the suite with the given JVM options, in a folder of its own that is emptied first.
    public static LocalSuite started(Path folder, List<String> options) {
        return started(fresh(folder, options));
    }

    private static LocalSuite started(Settings settings) {
        LocalStack stack = new LocalStack(settings, console());
        stack.start();
        return of(stack);
    }

    /// Wraps a running stack, for callers that break more than services.
    public static LocalSuite of(LocalStack stack) {
        return new LocalSuite(stack);
    }

    /// The processes of the suite, by name.
    public Map<String, Long> pids() {
        return stack.pids();
    }

    /// The address of the service, such as `http://localhost:8081`.
    public URI address(Service service) {
        return URI.create(stack.places().url(service));
    }

    @Override
    public URI address(Service service, String path) {
        return address(service).resolve(path);
    }

    /// The management address of the service.
    public URI management(Service service, String path) {
        return URI.create(stack.places().managementUrl(service)).resolve(path);
    }

    /// Connections to the database server with superuser rights.
    public PGSimpleDataSource superuser() {
        return stack.database(Service.PAYMENT_SERVICE).asSuperuser();
    }

    @Override
    public Connection connect(Service service) throws SQLException {
        return stack.database(service).asSuperuser().getConnection();
    }

    /// The address of Kafka, such as `localhost:9092`.
    public String broker() {
        return stack.places().kafka();
    }

    /// The folder with a log file for each service.
    public Path logs() {
        return stack.logs();
    }

    /// Stops PostgreSQL cleanly, runs the work on its data directory, and starts it again.
    public void whilePostgresRests(Consumer<Path> work) {
        stack.postgres().stop();
        try {
            work.accept(FOLDER.resolve("data").resolve("postgres"));
        } finally {
            stack.postgres().start();
        }
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

    /// Where a halt of the service's process at one of its [Boundaries] is requested and reported.
    public Post post(Service service) {
        return postOf(service);
    }

    @Override
    public void close() {
        stack.close();
    }

    private static Settings fresh() {
        return fresh(FOLDER, Settings.apart(FOLDER).options());
    }

    private static Settings fresh(Path folder, List<String> options) {
        Settings apart = Settings.apart(folder);
        return new Settings(
                apart.repository(), folder, apart.ports(), apart.detours(), true, options);
    }

    /// Settings with the fault agent, which does nothing until a journey arms it.
    private static Settings watched(Hurry hurry) {
        Settings fresh = fresh();
        Path agent = fresh.repository().resolve(AGENT);
        return fresh.with(List.of("-javaagent:%s=%s/{service}".formatted(agent, POSTS)))
                .with(hurry.options());
    }

    private static Post postOf(Service service) {
        return new Post(POSTS.resolve(service.title()));
    }

    private static Console console() {
        return new Console(System.out);
    }
}
