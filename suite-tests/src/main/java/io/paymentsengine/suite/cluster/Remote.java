package io.paymentsengine.suite.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs commands in pods.
public final class Remote {

    private static final long PATIENCE_SECONDS = 120;

    private Remote() {}

    /// Runs a command in a pod and returns its output.
    ///
    /// @throws IllegalStateException with the command's error output, if it fails
    public static String run(
            KubernetesClient client, Pod pod, String container, String... command) {
        var said = new ByteArrayOutputStream();
        var complaint = new ByteArrayOutputStream();
        try (ExecWatch watch =
                client.pods()
                        .inNamespace(pod.getMetadata().getNamespace())
                        .withName(pod.getMetadata().getName())
                        .inContainer(container)
                        .writingOutput(said)
                        .writingError(complaint)
                        .exec(command)) {
            Integer status = watch.exitCode().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (status != 0) {
                throw new IllegalStateException(
                        "%s in %s ended with %d: %s"
                                .formatted(
                                        Arrays.toString(command),
                                        pod.getMetadata().getName(),
                                        status,
                                        complaint.toString(StandardCharsets.UTF_8)));
            }
            return said.toString(StandardCharsets.UTF_8);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(Arrays.toString(command), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
