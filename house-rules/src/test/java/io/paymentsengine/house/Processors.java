package io.paymentsengine.house;

import java.util.List;
import java.util.function.Predicate;

/// The CPU requests of services, in rendered manifests.
final class Processors {

    private static final String REQUEST = "/spec/template/spec/containers/0/resources/requests/cpu";

    private Processors() {}

    /// Deployments of services with another CPU request than payment-service. What a component adds
    /// is sized like everything else in the overlay.
    static List<String> unequal(House house) {
        List<Manifest> services =
                Manifest.ofKind(house, "Deployment")
                        .filter(
                                pods ->
                                        pods.text("/metadata/labels/payments-engine~1pod")
                                                .equals("service"))
                        .toList();
        List<String> own =
                services.stream()
                        .filter(pods -> pods.name().equals("payment-service"))
                        .map(pods -> pods.text(REQUEST))
                        .toList();
        return services.stream()
                .filter(Predicate.not(pods -> own.contains(pods.text(REQUEST))))
                .map(pods -> pods.described(pods.text(REQUEST)))
                .toList();
    }
}
