package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.LocalStack;
import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.store.Processes;
import java.util.Locale;

/// A store that the services use.
enum Store {
    POSTGRES(Processes.Port.POSTGRES),
    KAFKA(Processes.Port.KAFKA),
    REDIS(Processes.Port.REDIS);

    private final Processes.Port port;

    Store(Processes.Port port) {
        this.port = port;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    Processes.Port port() {
        return port;
    }

    Server in(LocalStack stack) {
        return switch (this) {
            case POSTGRES -> stack.postgres();
            case KAFKA -> stack.kafka();
            case REDIS -> stack.redis();
        };
    }
}
