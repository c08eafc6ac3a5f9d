package io.paymentsengine.suite.journeys;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;

/// A service that is paused until this is closed. This lets a journey act between two steps of a saga:
/// requests to the service wait, while everything else continues.
final class Halted implements AutoCloseable {

    /// The time limit of tests that halt a service, because a cluster may restart it in the meantime.
    static final int MINUTES = 15;

    private final Suite suite;
    private final Service service;

    private Halted(Suite suite, Service service) {
        this.suite = suite;
        this.service = service;
    }

    static Halted halt(Suite suite, Service service) {
        suite.pause(service);
        return new Halted(suite, service);
    }

    @Override
    public void close() {
        suite.resume(service);
    }
}
