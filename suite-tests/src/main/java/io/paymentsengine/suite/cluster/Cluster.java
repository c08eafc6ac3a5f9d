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

/// The cluster that KUBECONFIG names. There is no default: a configuration in the home directory is not used.
public final class Cluster implements AutoCloseable {

    /// The namespace of the suite.
    public static final String NAMESPACE = "payments";

    private final KubernetesClient client;

    private Cluster(KubernetesClient client) {
        this.client = client;
    }

    /// Connects to the cluster and checks that the suite runs there.
    ///
    /// @throws IllegalStateException with what is missing, if the suite cannot be tested there
    public static Cluster connect() {
        String kubeconfig = System.getenv("KUBECONFIG");
        if (kubeconfig == null || kubeconfig.isBlank()) {
            throw new IllegalStateException("KUBECONFIG must name the cluster to be tested");
        }
        Config config = Config.autoConfigure(null);
        config.setRequestRetryBackoffLimit(0);
        Cluster cluster = new Cluster(new KubernetesClientBuilder().withConfig(config).build());
        cluster.assertDeployed(config.getMasterUrl());
        return cluster;
    }

    /// Access to all resources of the cluster.
    public KubernetesClient client() {
        return client;
    }

    /// The pods of an app except those that are terminating. They include callees that a test has added with
    /// the same label.
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

    /// A custom resource by kind and name.
    ///
    /// @throws IllegalStateException if it does not exist
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

    /// Whether all pods of a Deployment are of the latest version and available.
    public boolean isRolledOut(String name) {
        Deployment there = deployment(name);
        Integer wanted = there.getSpec().getReplicas();
        return there.getStatus().getObservedGeneration() >= there.getMetadata().getGeneration()
                && wanted.equals(there.getStatus().getUpdatedReplicas())
                && wanted.equals(there.getStatus().getAvailableReplicas());
    }

    /// The image of a Deployment's first container.
    public String image(String name) {
        return deployment(name)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    /// Istio's mesh-wide configuration.
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

    /// Whether the resource is a pod that is ready.
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
                        "the suite does not run at %s; deploy it with scripts/deploy-with-istio.sh"
                                .formatted(address));
            }
        } catch (KubernetesClientException unreachable) {
            throw new IllegalStateException(
                    "KUBECONFIG names a cluster that does not answer: " + address, unreachable);
        }
    }
}
