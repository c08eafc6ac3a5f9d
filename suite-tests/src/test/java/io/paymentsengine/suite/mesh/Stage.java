package io.paymentsengine.suite.mesh;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Redirects all requests from outside for a service to test pods, through the service's own routes, pools
/// and policies.
final class Stage implements AutoCloseable {

    private final Mesh mesh;
    private final Change change;
    private final List<MeshPod> callees;
    private final String path;

    private Stage(Mesh mesh, Change change, List<MeshPod> callees, String path) {
        this.mesh = mesh;
        this.change = change;
        this.callees = callees;
        this.path = path;
    }

    /// @param suffixes suffixes of the callees' names, one for each callee
    static Stage set(Mesh mesh, String service, String path, String... suffixes) {
        return set(mesh, path, change -> mesh.callees(service, "canary", change, suffixes));
    }

    /// A stage with one callee, which may call the service with the gateway's account.
    static Stage between(Mesh mesh, String service, String path) {
        return set(mesh, path, change -> List.of(mesh.between(service, change)));
    }

    /// A stage with one callee, whose certificate is renewed every half minute.
    static Stage ofManyCertificates(Mesh mesh, String service, String path) {
        return set(mesh, path, change -> List.of(mesh.calleeOfManyCertificates(service, change)));
    }

    private static Stage set(Mesh mesh, String path, Function<Change, List<MeshPod>> callees) {
        Change change = mesh.change();
        try {
            List<MeshPod> made = callees.apply(change);
            mesh.redirect("gateway", change);
            Stage stage = new Stage(mesh, change, made, path);
            stage.awaitAllAnswer();
            return stage;
        } catch (RuntimeException | Error failed) {
            change.close();
            throw failed;
        }
    }

    MeshPod callee(int number) {
        return callees.get(number);
    }

    List<MeshPod> callees() {
        return callees;
    }

    /// Returns when the service itself answers again; the gateway learns of the change after the pods are
    /// gone.
    @Override
    public void close() {
        change.close();
        Mesh.await("requests reach the service again")
                .until(
                        () ->
                                mesh
                                        .gateway()
                                        .calls(4, 20, "GET", path, "x-tenant-id", "STD-001")
                                        .stream()
                                        .allMatch(Stage::isFromTheService));
    }

    /// How many of these answers came from the callee.
    static long share(List<Heard> heard, MeshPod callee) {
        return heard.stream()
                .filter(each -> each.answeredBy().filter(callee.name()::equals).isPresent())
                .count();
    }

    private static boolean isFromTheService(Heard heard) {
        return heard.answeredBy().isEmpty() && heard.status() < 500;
    }

    private void awaitAllAnswer() {
        Set<String> names = new HashSet<>();
        Mesh.await("requests reach " + callees)
                .until(
                        () -> {
                            mesh
                                    .gateway()
                                    .calls(4, 20, "GET", path, "x-tenant-id", "STD-001")
                                    .stream()
                                    .map(Heard::answeredBy)
                                    .forEach(name -> names.add(name.orElse("")));
                            return names.remove("") ? false : names.size() == callees.size();
                        });
        callees.forEach(MeshPod::forget);
    }
}
