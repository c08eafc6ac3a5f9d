package io.paymentsengine.suite.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Port-forwards from this machine into pods, through the API server. They bypass the sidecar: no client
/// certificate is required, and no policy applies.
public final class Forwards implements AutoCloseable {

    private final Cluster cluster;
    private final Map<String, LocalPortForward> open = new ConcurrentHashMap<>();

    public Forwards(Cluster cluster) {
        this.cluster = cluster;
    }

    /// A local address, such as `127.0.0.1:41234`, at which a ready pod of the app answers.
    public String to(String app, int port) {
        LocalPortForward way = open.computeIfAbsent(app, _ -> opened(app, port));
        return way.getLocalAddress().getHostAddress() + ":" + way.getLocalPort();
    }

    /// Closes the port-forward to the app, whose pod no longer exists.
    public void forget(String app) {
        LocalPortForward way = open.remove(app);
        if (way != null) {
            close(way);
        }
    }

    @Override
    public void close() {
        open.values().forEach(Forwards::close);
    }

    private LocalPortForward opened(String app, int port) {
        Pod pod =
                cluster.pods(app).stream()
                        .filter(Cluster::isReady)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no pod is ready for " + app));
        return cluster.client()
                .pods()
                .resource(pod)
                .portForward(port, InetAddress.getLoopbackAddress(), 0);
    }

    private static void close(LocalPortForward way) {
        try {
            way.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
