package io.paymentsengine.platform.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;

/// Reports the process as broken when a consumer stops by itself, for example because of an error
/// that is not an exception. Such a consumer doesn't read on until the process restarts, and the
/// liveness state makes the environment restart it.
final class BrokenConsumers {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenConsumers.class);

    private final ApplicationEventPublisher events;

    BrokenConsumers(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(ConsumerStoppedEvent stopped) {
        if (stopped.getReason() != Reason.NORMAL) {
            LOG.error("{} stopped and can't go on: {}", stopped.getSource(), stopped.getReason());
            AvailabilityChangeEvent.publish(events, stopped, LivenessState.BROKEN);
        }
    }
}
