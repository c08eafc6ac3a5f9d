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

/// The suite as processes on this machine, on ports that nobody else uses. Its logs stay behind in
/// `target/suite/logs`.
public final class LocalSuite implements Suite {

    private static final Path FOLDER = Path.of("target", "suite");
    private static final Path POSTS = FOLDER.resolve("posts").toAbsolutePath();
    private static final Path AGENT = Path.of("fault-agent", "target", "fault-agent.jar");

    private LocalStack stack;

    private LocalSuite(LocalStack stack) {
        this.stack = stack;
    }

    /// As anybody runs it. Journeys kill services and start them again: the first processes of a build make
    /// that cheaper, which those with the agent can't.
    static LocalSuite started() {
        LocalSuite suite = started(fresh());
        if (!suite.stack.startsQuickly()) {
            suite.stack.quickenLaterStarts();
        }
        return suite;
    }

    /// Everything ends and starts again, with empty stores and an agent that can halt a service at its
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

    /// Starts the suite with JVM options of your own, in a folder of its own that is emptied before.
    public static LocalSuite started(Path folder, List<String> options) {
        return started(fresh(folder, options));
    }

    private static LocalSuite started(Settings settings) {
        LocalStack stack = new LocalStack(settings, console());
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

    /// Where the service answers, such as `http://localhost:8081`.
    public URI address(Service service) {
        return URI.create(stack.places().url(service));
    }

    @Override
    public URI address(Service service, String path) {
        return address(service).resolve(path);
    }

    /// Where a service answers those who run it.
    public URI management(Service service, String path) {
        return URI.create(stack.places().managementUrl(service)).resolve(path);
    }

    /// Opens connections to the databases' server that may do everything.
    public PGSimpleDataSource superuser() {
        return stack.database(Service.PAYMENT_SERVICE).asSuperuser();
    }

    @Override
    public Connection connect(Service service) throws SQLException {
        return stack.database(service).asSuperuser().getConnection();
    }

    /// Where Kafka answers, such as `localhost:9092`.
    public String broker() {
        return stack.places().kafka();
    }

    /// The folder that has a log file of each service.
    public Path logs() {
        return stack.logs();
    }

    /// Ends PostgreSQL in good order, lets something be done to its files, and starts it again.
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

    /// Where a halt of the service's process, at one of its [Boundaries], is ordered and reported.
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

    /// With an agent that does nothing until a journey orders it to.
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
