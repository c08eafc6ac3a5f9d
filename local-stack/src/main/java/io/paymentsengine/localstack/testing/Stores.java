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

/// PostgreSQL, Kafka and Redis for tests. Each starts when it is first requested, and ends when
/// this is closed, or with this JVM at the latest. They run in containers if Docker answers, else
/// as processes; tests can't tell which.
public final class Stores implements AutoCloseable {

    private final Lazy<Server> postgres;
    private final Lazy<Server> kafka;
    private final Lazy<Server> redis;

    private Stores(Servers servers) {
        this.postgres = Lazy.running(servers::postgres);
        this.kafka = Lazy.running(servers::kafka);
        this.redis = Lazy.running(servers::redis);
    }

    /// The stores that all tests in this JVM share. They must not be closed.
    public static Stores shared() {
        return Shared.STORES;
    }

    /// Stores that are shared with no other test. The caller closes them.
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

    /// A database and its two roles, which the first call creates.
    public Database database(String name) {
        return new Databases(postgres()).named(name);
    }

    /// The address to which Kafka clients connect first.
    public String bootstrapServers() {
        return kafka().host() + ":" + kafka().port();
    }

    /// Deletes everything that is stored in Redis.
    public void flushRedis() {
        RedisCommands.flush(redis());
    }

    /// Ends the stores that were started.
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
