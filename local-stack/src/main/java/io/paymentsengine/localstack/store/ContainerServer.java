package io.paymentsengine.localstack.store;

import com.github.dockerjava.api.DockerClient;
import io.paymentsengine.localstack.process.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/// A store in a container. Its port is fixed, so that it stays the same after a restart.
final class ContainerServer implements Server {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final GenericContainer<?> container;
    private final int port;
    private final BiPredicate<String, Integer> ready;

    ContainerServer(GenericContainer<?> container, int port, BiPredicate<String, Integer> ready) {
        this.container = container;
        this.port = port;
        this.ready = ready;
    }

    @Override
    public String host() {
        return DockerClientFactory.instance().dockerHostIpAddress();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else if (!container.isRunning()) {
            docker().startContainerCmd(container.getContainerId()).exec();
        }
        awaitReady();
    }

    @Override
    public synchronized void stop() {
        docker().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public synchronized void discard() {
        container.stop();
    }

    @Override
    public synchronized void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public synchronized void pause() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public synchronized void resume() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (!ready.test(host(), port)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "%s was not ready within %d s; its log:%n%s"
                                .formatted(
                                        container.getDockerImageName(),
                                        PATIENCE.toSeconds(),
                                        container.getLogs()));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }
}
