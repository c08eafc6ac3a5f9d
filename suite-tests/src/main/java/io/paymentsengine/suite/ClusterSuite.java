package io.paymentsengine.suite;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Caller;
import io.paymentsengine.suite.client.Http;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.cluster.Cluster;
import io.paymentsengine.suite.cluster.Forwards;
import io.paymentsengine.suite.cluster.GatewayAddress;
import io.paymentsengine.suite.cluster.Hands;
import io.paymentsengine.suite.cluster.Hands.Signal;
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

/// The suite as deployed by `k8s/overlays/local` in the cluster that KUBECONFIG names. It must be running
/// already and is left running: its processes are not ended, and its payments stay.
///
/// Requests that clients may make go through the gateway by TLS, with the tenant in the header, which that
/// overlay accepts. The databases, and whatever only insiders call (operators, other services), are reached
/// by port-forward. A port-forward enters a pod past its sidecar, and thus bypasses mutual TLS and policies.
/// A journey therefore shows what the suite does, but not who may call whom; that is tested by `-Pmesh`.
final class ClusterSuite implements Suite {

    private static final int PORT = 8080;

    private static final String POSTGRES = "postgres";
    private static final int POSTGRES_PORT = 5432;
    private static final String SUPERUSER = "postgres-superuser";

    /// Long enough for a JVM to start and for the API server to notice.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final GatewayAddress gateway;
    private final HttpClient client;
    private final Forwards forwards;
    private final Hands hands;

    private ClusterSuite(Cluster cluster) {
        this.cluster = cluster;
        this.gateway = GatewayAddress.of(cluster.client());
        this.client = Http.trusting(gateway.trust());
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
                GatewayAddress.isOpenTo(path)
                        ? "https://" + gateway.address()
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

    /// Also deletes the pods, so that new ones start at once: a container that has ended often is restarted
    /// only after a back-off delay.
    @Override
    public void kill(Service service) {
        List<Pod> victims = pods(service);
        victims.forEach(pod -> hands.send(Signal.KILL, pod));
        victims.forEach(pod -> cluster.client().pods().resource(pod).withGracePeriod(0).delete());
        forwards.forget(service.title());
    }

    /// Only waits: the Deployment has started new pods already.
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

    /// Leaves the deployed suite as it is.
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

    /// Returns when the service itself answers requests from here, and not the gateway on its behalf.
    private void awaitServing(Service service) {
        Awaitility.await(service.title() + " serves")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsMatching(ClusterSuite::mayPass)
                .until(() -> areReady(pods(service)) && answers(service));
    }

    /// Whether the failure is a refused or broken connection. A wrong certificate is not temporary: something
    /// else has the gateway's address.
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

    /// A resource that the service refuses to serve without a tenant.
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
