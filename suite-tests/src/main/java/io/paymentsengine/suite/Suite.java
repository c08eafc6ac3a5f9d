package io.paymentsengine.suite;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Http;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;

/// The running suite, as somebody sees it who may also walk into the machine room. What the journeys
/// need of a place where the suite can run is this and no more.
public sealed interface Suite extends AutoCloseable permits LocalSuite, ComposeSuite, ClusterSuite {

    /// Which place to use: `-Dstack=local`, `-Dstack=compose` or `-Dstack=cluster`.
    String SETTING = "stack";

    /// Starts the suite in the place that [#SETTING] names.
    static Suite start() {
        String place = System.getProperty(SETTING, "local");
        return switch (place) {
            case "local" -> LocalSuite.started();
            case "compose" -> ComposeSuite.started();
            case "cluster" -> ClusterSuite.started();
            default ->
                    throw new IllegalArgumentException(
                            "-D%s=%s: the suite can run on local, compose or cluster"
                                    .formatted(SETTING, place));
        };
    }

    /// Where the service answers those who ask for this path, such as
    /// `http://localhost:8081/api/v1/payments`.
    URI address(Service service, String path);

    /// Who carries requests there.
    default HttpClient client() {
        return Http.plain();
    }

    /// A connection to the service's database that row-level security does not bind.
    Connection connect(Service service) throws SQLException;

    /// `kill -9`.
    void kill(Service service);

    /// Starts a service that was killed and returns when it is ready.
    void restart(Service service);

    /// Stops time for the service: connections to it stay, its answers don't come.
    void pause(Service service);

    /// Undoes [#pause].
    void resume(Service service);

    @Override
    void close();
}
