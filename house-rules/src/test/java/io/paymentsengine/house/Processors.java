package io.paymentsengine.house;

import java.util.List;
import java.util.function.Predicate;

/// How much processor time pods of services have for certain, in what was rendered.
final class Processors {

    private static final String REQUEST = "/spec/template/spec/containers/0/resources/requests/cpu";

    private Processors() {}

    /// Deployments of services beside payment-service's own that ask for something else than that: what a
    /// component brings is sized as the overlay sizes the rest.
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
