package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Child;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Java;
import io.paymentsengine.localstack.process.Launch;
import io.paymentsengine.localstack.process.Program;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Runs Kafka as a single node in its own JVM.
final class KafkaProgram implements Program {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STARTED = "Kafka Server started";

    private static final List<String> OPTIONS =
            List.of(
                    "-Xms64m",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dorg.slf4j.simpleLogger.logFile=System.out",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");

    private final Path folder;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final int reached;

    /// @param reached the port that the broker advertises to clients
    KafkaProgram(Path folder, Path log, int port, int controllerPort, int reached) {
        this.folder = folder.toAbsolutePath();
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
        this.reached = reached;
    }

    @Override
    public Launch prepare() {
        Path settings = Folders.make(folder).resolve("server.properties");
        Path logs = folder.resolve("logs");
        try {
            Files.writeString(settings, settings(logs));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        List<String> java =
                Java.command(Java.withHugePages(OPTIONS), classPath(), KafkaBroker.class.getName());
        List<String> command =
                Stream.concat(java.stream(), Stream.of(settings.toString(), logs.toString()))
                        .toList();
        return new Launch("Kafka", command, Map.of(), folder, log);
    }

    @Override
    public boolean isReady(Child child) {
        return child.hasLogged(STARTED);
    }

    @Override
    public void end(Child child) {
        child.end(PATIENCE);
    }

    /// There is one broker, so one replica of everything. Internal topics have few partitions, to
    /// start sooner. The session timeout is short, so that a killed broker can soon come back.
    private String settings(Path logs) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%4$d
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=4
        group.initial.rebalance.delay.ms=0
        broker.heartbeat.interval.ms=500
        broker.session.timeout.ms=3000
        num.network.threads=2
        num.io.threads=4
        log.cleaner.dedupe.buffer.size=8388608
        """
                .formatted(port, controllerPort, logs.toString().replace('\\', '/'), reached);
    }

    /// The class path that the build has written. The broker is on no other class path.
    private static List<String> classPath() {
        try (InputStream list = KafkaProgram.class.getResourceAsStream("/kafka.classpath")) {
            String jars =
                    new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.concat(
                            Stream.of(jars.strip().split(File.pathSeparator)),
                            Stream.of(Java.codeOf(KafkaBroker.class).toString()))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
