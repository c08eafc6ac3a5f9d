package io.paymentsengine.suite.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;

/// The cluster that KUBECONFIG names. There is none by default: what happens to be in a home folder is
/// not taken.
public final class Cluster implements AutoCloseable {

    /// Where the suite is.
    public static final String NAMESPACE = "payments";

    private final KubernetesClient client;

    private Cluster(KubernetesClient client) {
        this.client = client;
    }

    /// Finds the suite there.
    ///
    /// @throws IllegalStateException with what is missing, if the suite can't be tried there
    public static Cluster connect() {
        String kubeconfig = System.getenv("KUBECONFIG");
        if (kubeconfig == null || kubeconfig.isBlank()) {
            throw new IllegalStateException("KUBECONFIG must name the cluster to be tried");
        }
        Config config = Config.autoConfigure(null);
        config.setRequestRetryBackoffLimit(0);
        Cluster cluster = new Cluster(new KubernetesClientBuilder().withConfig(config).build());
        cluster.assertDeployed(config.getMasterUrl());
        return cluster;
    }

    /// The way to everything in it.
    public KubernetesClient client() {
        return client;
    }

    /// The pods of an app that serve, callees that a test puts beside them among them; not those that end.
    public List<Pod> pods(String app) {
        return client
                .pods()
                .inNamespace(NAMESPACE)
                .withLabels(Map.of("app", app))
                .list()
                .getItems()
                .stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    /// What is there of this kind and name.
    ///
    /// @throws IllegalStateException if it isn't there
    public GenericKubernetesResource resource(String apiVersion, String kind, String name) {
        GenericKubernetesResource found =
                client.genericKubernetesResources(apiVersion, kind)
                        .inNamespace(NAMESPACE)
                        .withName(name)
                        .get();
        if (found == null) {
            throw new IllegalStateException("there is no %s %s".formatted(kind, name));
        }
        return found;
    }

    /// Whether each pod of a Deployment is the last version's, and ready.
    public boolean isRolledOut(String name) {
        Deployment there = deployment(name);
        Integer wanted = there.getSpec().getReplicas();
        return there.getStatus().getObservedGeneration() >= there.getMetadata().getGeneration()
                && wanted.equals(there.getStatus().getUpdatedReplicas())
                && wanted.equals(there.getStatus().getAvailableReplicas());
    }

    /// What the pods of a Deployment run, beside their sidecars.
    public String image(String name) {
        return deployment(name)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    /// What Istio is told for the whole mesh.
    public String meshConfig() {
        return client.configMaps()
                .inNamespace("istio-system")
                .withName("istio")
                .require()
                .getData()
                .getOrDefault("mesh", "");
    }

    private Deployment deployment(String name) {
        return client.apps().deployments().inNamespace(NAMESPACE).withName(name).require();
    }

    @Override
    public void close() {
        client.close();
    }

    /// Whether it is a pod that serves.
    public static boolean isReady(HasMetadata resource) {
        return resource instanceof Pod pod
                && pod.getStatus().getConditions().stream()
                        .anyMatch(
                                condition ->
                                        condition.getType().equals("Ready")
                                                && condition.getStatus().equals("True"));
    }

    private void assertDeployed(String address) {
        try {
            Namespace namespace = client.namespaces().withName(NAMESPACE).get();
            if (namespace == null || pods("payment-service").stream().noneMatch(Cluster::isReady)) {
                throw new IllegalStateException(
                        "the suite doesn't run at %s: scripts/deploy-with-istio.sh brings it up"
                                .formatted(address));
            }
        } catch (KubernetesClientException unreachable) {
            throw new IllegalStateException(
                    "KUBECONFIG names a cluster that doesn't answer: " + address, unreachable);
        }
    }
}
