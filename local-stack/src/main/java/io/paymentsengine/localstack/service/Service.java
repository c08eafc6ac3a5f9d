package io.paymentsengine.localstack.service;

import java.util.Locale;

/// The four services, with their local ports and their databases.
public enum Service {
    PAYMENT_SERVICE(8081, "payments"),
    VALIDATION_SERVICE(8082, "validation"),
    ACCOUNT_SERVICE(8083, "accounts"),
    SAGA_ORCHESTRATOR(8084, "sagas");

    private static final int MANAGEMENT_ABOVE = 1_000;

    private final int port;
    private final String database;

    Service(int port, String database) {
        this.port = port;
        this.database = database;
    }

    /// The name of its module, its jar and its log file, such as `payment-service`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String database() {
        return database;
    }

    /// Its default port.
    public int port() {
        return port;
    }

    /// Its default port for health and metrics.
    public int managementPort() {
        return port + MANAGEMENT_ABOVE;
    }
}
