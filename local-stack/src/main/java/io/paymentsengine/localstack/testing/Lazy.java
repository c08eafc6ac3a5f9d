package io.paymentsengine.localstack.testing;

import io.paymentsengine.localstack.process.Server;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is created once, when it is first needed.
final class Lazy<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    private Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /// A server that is started when it is first needed.
    static Lazy<Server> running(Supplier<Server> maker) {
        return new Lazy<>(
                () -> {
                    Server server = maker.get();
                    server.start();
                    return server;
                });
    }

    synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /// Applies an action to the value if it has been created.
    synchronized void ifMade(Consumer<T> action) {
        if (made != null) {
            action.accept(made);
        }
    }
}
