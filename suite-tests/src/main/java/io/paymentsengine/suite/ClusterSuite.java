package io.paymentsengine.suite;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Caller;
import io.paymentsengine.suite.client.Http;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.cluster.Cluster;
import io.paymentsengine.suite.cluster.Forwards;
import io.paymentsengine.suite.cluster.Hands;
import io.paymentsengine.suite.cluster.Hands.Signal;
import io.paymentsengine.suite.cluster.StreetDoor;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/// The suite as `k8s/overlays/local` deploys it in the cluster that KUBECONFIG names. It has to run there,
/// and goes on running: what was there before is not ended, and its payments stay.
///
/// What the street may ask for goes through the gateway, by TLS, with the tenant in the header as that
/// overlay takes it. What only insiders ask (operators, other services) and the databases are reached by
/// port-forward. It enters a pod behind its sidecar, past mutual TLS and policies; so a journey shows what
/// the suite does, and nothing of who may ask whom. That is what `-Pmesh` tries.
final class ClusterSuite implements Suite {

    private static final int PORT = 8080;

    private static final String POSTGRES = "postgres";
    private static final int POSTGRES_PORT = 5432;
    private static final String SUPERUSER = "postgres-superuser";

    /// A JVM has to start, and an API server to notice.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final StreetDoor door;
    private final HttpClient client;
    private final Forwards forwards;
    private final Hands hands;

    private ClusterSuite(Cluster cluster) {
        this.cluster = cluster;
        this.door = StreetDoor.of(cluster.client());
        this.client = Http.trusting(door.trust());
        this.forwards = new Forwards(cluster);
        this.hands = Hands.in(cluster);
    }

    static ClusterSuite started() {
        ClusterSuite suite = new ClusterSuite(Cluster.connect());
        try {
            for (Service service : Service.values()) {
                suite.awaitServing(service);
                suite.pods(service).forEach(suite.hands::reach);
            }
        } catch (RuntimeException | Error failed) {
            suite.close();
            throw failed;
        }
        return suite;
    }

    @Override
    public URI address(Service service, String path) {
        String base =
                StreetDoor.isOpenTo(path)
                        ? "https://" + door.address()
                        : "http://" + forwards.to(service.title(), PORT);
        return URI.create(base).resolve(path);
    }

    @Override
    public HttpClient client() {
        return client;
    }

    @Override
    public Connection connect(Service service) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        String address = forwards.to(POSTGRES, POSTGRES_PORT);
        database.setUrl("jdbc:postgresql://%s/%s".formatted(address, service.database()));
        database.setUser(POSTGRES);
        database.setPassword(password());
        return database.getConnection();
    }

    /// Its pods are deleted as well: what comes up is a new one, and doesn't wait as a container does that
    /// ended often.
    @Override
    public void kill(Service service) {
        List<Pod> victims = pods(service);
        victims.forEach(pod -> hands.send(Signal.KILL, pod));
        victims.forEach(pod -> cluster.client().pods().resource(pod).withGracePeriod(0).delete());
        forwards.forget(service.title());
    }

    /// The Deployment has started it already.
    @Override
    public void restart(Service service) {
        awaitServing(service);
    }

    @Override
    public void pause(Service service) {
        pods(service).forEach(pod -> hands.send(Signal.STOP, pod));
    }

    @Override
    public void resume(Service service) {
        pods(service).forEach(pod -> hands.send(Signal.CONT, pod));
        awaitServing(service);
    }

    /// Leaves it as it is.
    @Override
    public void close() {
        hands.close();
        forwards.close();
        cluster.close();
    }

    private List<Pod> pods(Service service) {
        return cluster.pods(service.title()).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    /// Returns when the service answers those who ask it from here, and not the gateway in its place.
    private void awaitServing(Service service) {
        Awaitility.await(service.title() + " serves")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsMatching(ClusterSuite::mayPass)
                .until(() -> areReady(pods(service)) && answers(service));
    }

    /// Whether it is a connection that was refused or broke; that somebody else has the gateway's address
    /// doesn't pass.
    private static boolean mayPass(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof CertificateException)) {
            cause = cause.getCause();
        }
        return failure instanceof UncheckedIOException && cause == null;
    }

    private static boolean areReady(List<Pod> pods) {
        return !pods.isEmpty() && pods.stream().allMatch(Cluster::isReady);
    }

    private boolean answers(Service service) {
        return Caller.inNobodysName(this).get(service, pathOf(service)).status() == 400;
    }

    /// Something that it refuses to do for nobody.
    private static String pathOf(Service service) {
        return switch (service) {
            case PAYMENT_SERVICE -> Tenant.PAYMENTS;
            case VALIDATION_SERVICE -> Tenant.LIMITS;
            case ACCOUNT_SERVICE -> Tenant.ACCOUNTS;
            case SAGA_ORCHESTRATOR -> Tenant.SAGAS;
        };
    }

    private String password() {
        Secret secret =
                cluster.client()
                        .secrets()
                        .inNamespace(Cluster.NAMESPACE)
                        .withName(SUPERUSER)
                        .require();
        byte[] password = Base64.getDecoder().decode(secret.getData().get("password"));
        return new String(password, StandardCharsets.UTF_8);
    }
}
