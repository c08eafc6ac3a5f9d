package io.paymentsengine.suite;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Http;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;

/// The running suite, as seen by a client that can also reach its processes and databases. It is all that the
/// journeys need of an environment in which the suite runs.
public sealed interface Suite extends AutoCloseable permits LocalSuite, ComposeSuite, ClusterSuite {

    /// Selects the environment: `-Dstack=local`, `-Dstack=compose` or `-Dstack=cluster`.
    String SETTING = "stack";

    /// Starts the suite in the environment that [#SETTING] selects.
    static Suite start() {
        String place = System.getProperty(SETTING, "local");
        return switch (place) {
            case "local" -> LocalSuite.started();
            case "compose" -> ComposeSuite.started();
            case "cluster" -> ClusterSuite.started();
            default ->
                    throw new IllegalArgumentException(
                            "-D%s=%s: must be local, compose or cluster".formatted(SETTING, place));
        };
    }

    /// The address at which clients reach this path of the service, such as
    /// `http://localhost:8081/api/v1/payments`.
    URI address(Service service, String path);

    /// The client that sends requests to these addresses.
    default HttpClient client() {
        return Http.plain();
    }

    /// A connection to the service's database that bypasses row-level security.
    Connection connect(Service service) throws SQLException;

    /// Kills the service as with `kill -9`.
    void kill(Service service);

    /// Starts a service that was killed and returns when it is ready.
    void restart(Service service);

    /// Suspends the service: its connections stay open, but it does not respond.
    void pause(Service service);

    /// Resumes a service suspended with [#pause].
    void resume(Service service);

    @Override
    void close();
}
