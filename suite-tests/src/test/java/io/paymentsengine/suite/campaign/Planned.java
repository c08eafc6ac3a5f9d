package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.service.Service;
import java.time.Duration;
import java.util.Optional;

/// A fault, when it comes and how long it lasts.
///
/// @param calm how long all is well before it: what it is compared with
/// @param dies the service that is killed in the middle of it, if any, and comes back after it
record Planned(Fault fault, Duration calm, Duration length, Optional<Service> dies) {

    /// What it is called in a report.
    String name() {
        return dies.map(service -> fault.name() + " & " + service.title() + " killed")
                .orElse(fault.name());
    }

    Duration inAll() {
        return calm.plus(length);
    }
}
