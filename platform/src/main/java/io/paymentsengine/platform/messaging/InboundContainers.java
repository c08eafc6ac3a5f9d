package io.paymentsengine.platform.messaging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// Runs the consumers for as long as the service runs: starts last, stops first.
final class InboundContainers implements SmartLifecycle {

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;

    InboundContainers(List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers) {
        this.containers = containers;
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    /// Stops all at once: a service that reads several topics takes no longer to stop than one that
    /// reads a single topic.
    @Override
    public void stop() {
        CompletableFuture.allOf(
                        containers.stream()
                                .map(
                                        each ->
                                                CompletableFuture.runAsync(
                                                        each::stop, Thread::startVirtualThread))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
    }
}
