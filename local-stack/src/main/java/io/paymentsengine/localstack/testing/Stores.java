package io.paymentsengine.localstack.testing;

import io.paymentsengine.localstack.process.Guard;
import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.store.Containers;
import io.paymentsengine.localstack.store.Database;
import io.paymentsengine.localstack.store.Databases;
import io.paymentsengine.localstack.store.Processes;
import io.paymentsengine.localstack.store.RedisCommands;
import io.paymentsengine.localstack.store.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// PostgreSQL, Kafka and Redis for tests. Each starts when it is first asked for and ends with [#close],
/// and with this JVM at the latest. They are containers where Docker answers, else processes; tests
/// can't tell which.
public final class Stores implements AutoCloseable {

    private final Lazy<Server> postgres;
    private final Lazy<Server> kafka;
    private final Lazy<Server> redis;

    private Stores(Servers servers) {
        this.postgres = Lazy.running(servers::postgres);
        this.kafka = Lazy.running(servers::kafka);
        this.redis = Lazy.running(servers::redis);
    }

    /// The stores that all tests of this JVM share, which nobody closes.
    public static Stores shared() {
        return Shared.STORES;
    }

    /// Stores of one's own.
    public static Stores isolated() {
        return new Stores(Docker.answers() ? new Containers() : processes());
    }

    /// The PostgreSQL server.
    public Server postgres() {
        return postgres.get();
    }

    /// The Kafka broker.
    public Server kafka() {
        return kafka.get();
    }

    /// The Redis server.
    public Server redis() {
        return redis.get();
    }

    /// A database and its two roles, made with the first call.
    public Database database(String name) {
        return new Databases(postgres()).named(name);
    }

    /// What Kafka's clients connect to first.
    public String bootstrapServers() {
        return kafka().host() + ":" + kafka().port();
    }

    /// Makes Redis forget everything.
    public void flushRedis() {
        RedisCommands.flush(redis());
    }

    /// Ends those that were started.
    @Override
    public void close() {
        Stream.of(redis, kafka, postgres).forEach(store -> store.ifMade(Server::discard));
    }

    private static Servers processes() {
        try {
            Path folder = Files.createTempDirectory("payments-engine-stores-");
            Guard.ofThisJvm().removeAfterUs(folder);
            return new Processes(folder, folder.resolve("logs"), _ -> Ports.free());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Shared {
        private static final Stores STORES = isolated();
    }
}
