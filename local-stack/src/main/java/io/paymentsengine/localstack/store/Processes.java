package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.ProcessServer;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/// Runs the stores as processes on given ports. Each has its own folder for data; logs share
/// another.
public final class Processes implements Servers {

    /// The uses of a port.
    public enum Port {
        POSTGRES,
        KAFKA,
        KAFKA_CONTROLLER,
        REDIS
    }

    private final Path data;
    private final Path logs;
    private final ToIntFunction<Port> ports;
    private final IntUnaryOperator reachedKafka;

    public Processes(Path data, Path logs, ToIntFunction<Port> ports) {
        this(data, logs, ports, IntUnaryOperator.identity());
    }

    /// @param reachedKafka maps the port on which the broker listens to the port at which clients
    ///     reach it, which the broker advertises to them
    public Processes(
            Path data, Path logs, ToIntFunction<Port> ports, IntUnaryOperator reachedKafka) {
        this.data = data.toAbsolutePath();
        this.logs = logs.toAbsolutePath();
        this.ports = ports;
        this.reachedKafka = reachedKafka;
    }

    @Override
    public ProcessServer postgres() {
        int port = ports.applyAsInt(Port.POSTGRES);
        var program =
                new PostgresProgram(data.resolve("postgres"), logs.resolve("postgres.log"), port);
        return new ProcessServer(program, port);
    }

    @Override
    public ProcessServer kafka() {
        int port = ports.applyAsInt(Port.KAFKA);
        int controller = ports.applyAsInt(Port.KAFKA_CONTROLLER);
        var program =
                new KafkaProgram(
                        data.resolve("kafka"),
                        logs.resolve("kafka.log"),
                        port,
                        controller,
                        reachedKafka.applyAsInt(port));
        return new ProcessServer(program, port);
    }

    @Override
    public ProcessServer redis() {
        int port = ports.applyAsInt(Port.REDIS);
        var program = new RedisProgram(data.resolve("redis"), logs.resolve("redis.log"), port);
        return new ProcessServer(program, port);
    }
}
