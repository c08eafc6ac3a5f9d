package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Child;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Launch;
import io.paymentsengine.localstack.process.ProcessServer;
import io.paymentsengine.localstack.process.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Runs a Redis server without persistence: no payment may depend on what it stores.
final class RedisProgram implements Program {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final Path log;
    private final int port;

    RedisProgram(Path folder, Path log, int port) {
        this.folder = folder;
        this.log = log;
        this.port = port;
    }

    @Override
    public Launch prepare() {
        List<String> command =
                List.of(
                        RedisBinary.executable(Folders.make(folder)),
                        "--bind",
                        ProcessServer.LOOPBACK,
                        "--port",
                        Integer.toString(port),
                        "--save",
                        "",
                        "--appendonly",
                        "no");
        return new Launch("Redis", command, Map.of(), folder, log);
    }

    @Override
    public boolean isReady(Child child) {
        return RedisCommands.ping(ProcessServer.LOOPBACK, port);
    }

    @Override
    public void end(Child child) {
        child.end(PATIENCE);
    }
}
