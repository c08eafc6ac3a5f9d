package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NamespaceableResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The changes of a test to the cluster. Closing it restores the previous state.
final class Change implements AutoCloseable {

    private static final long REMOVED_WITHIN_SECONDS = 60;

    private final KubernetesClient client;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean closed;

    Change(KubernetesClient client) {
        this.client = client;
    }

    /// Creates this resource, or replaces an existing one of the same name. A resource left behind by an
    /// aborted run is not restored later.
    Change putting(HasMetadata wanted) {
        @Nullable HasMetadata before = givingBack(wanted);
        if (wanted instanceof Pod && before != null) {
            remove(place(wanted));
        }
        replace(wanted);
        return this;
    }

    /// Lets something else create this resource, and remembers what exists under its name so that it can be
    /// restored.
    @Nullable HasMetadata givingBack(HasMetadata wanted) {
        Resource<HasMetadata> place = place(wanted);
        @Nullable HasMetadata before = present(place);
        if (before == null || isLeftBehind(before)) {
            undo.push(() -> remove(place));
        } else {
            undo.push(() -> replace(before));
        }
        return before;
    }

    /// Removes this resource.
    Change removing(HasMetadata unwanted) {
        HasMetadata before = place(unwanted).get();
        assertThat(before).as(unwanted.getMetadata().getName()).isNotNull();
        undo.push(() -> replace(before));
        remove(place(unwanted));
        return this;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            undo.forEach(Runnable::run);
        }
    }

    /// Keeps what the server or others have set in the metadata.
    private void replace(HasMetadata wanted) {
        HasMetadata copy = client.getKubernetesSerialization().clone(wanted);
        copy.getMetadata().setResourceVersion(null);
        copy.getMetadata().setUid(null);
        @Nullable HasMetadata there = place(copy).get();
        if (there == null) {
            place(copy).create();
        } else {
            copy.getMetadata().setResourceVersion(there.getMetadata().getResourceVersion());
            place(copy).update();
        }
    }

    /// The existing resource; one that is being deleted is awaited and counts as absent.
    private static @Nullable HasMetadata present(Resource<HasMetadata> place) {
        @Nullable HasMetadata there = place.get();
        if (there == null || there.getMetadata().getDeletionTimestamp() == null) {
            return there;
        }
        place.waitUntilCondition(Objects::isNull, REMOVED_WITHIN_SECONDS, TimeUnit.SECONDS);
        return null;
    }

    private static boolean isLeftBehind(HasMetadata before) {
        Map<String, String> labels = before.getMetadata().getLabels();
        return labels != null && labels.containsKey(Pods.LABEL);
    }

    private static void remove(Resource<HasMetadata> place) {
        place.withGracePeriod(0).delete();
    }

    private Resource<HasMetadata> place(HasMetadata resource) {
        NamespaceableResource<HasMetadata> anywhere = client.resource(resource);
        String namespace = resource.getMetadata().getNamespace();
        return namespace == null ? anywhere : anywhere.inNamespace(namespace);
    }
}
