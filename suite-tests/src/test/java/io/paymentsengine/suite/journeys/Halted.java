package io.paymentsengine.suite.journeys;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;

/// A service for which time stands still until this is closed. That is how a journey gets between two
/// steps of a saga: what is asked of the service waits, and everything else goes on.
final class Halted implements AutoCloseable {

    /// As long may a test take that halts a service: in a cluster it may be started anew meanwhile.
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
