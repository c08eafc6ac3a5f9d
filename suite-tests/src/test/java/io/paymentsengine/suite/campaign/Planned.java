package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.service.Service;
import java.time.Duration;
import java.util.Optional;

/// A fault with its time and duration.
///
/// @param calm the undisturbed time before it, which gives the baseline
/// @param dies a service that is killed in the middle of the fault and restarted after it, if any
record Planned(Fault fault, Duration calm, Duration length, Optional<Service> dies) {

    /// The name in reports.
    String name() {
        return dies.map(service -> fault.name() + " & " + service.title() + " killed")
                .orElse(fault.name());
    }

    Duration inAll() {
        return calm.plus(length);
    }
}
