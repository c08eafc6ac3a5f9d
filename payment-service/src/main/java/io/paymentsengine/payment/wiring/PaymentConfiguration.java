package io.paymentsengine.payment.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.payment.application.AcceptPayments;
import io.paymentsengine.payment.application.AcceptQueue;
import io.paymentsengine.payment.application.NewPayment;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.application.Watches;
import io.paymentsengine.platform.batching.GroupCommit;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.platform.web.IdempotencyKey;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/// Wires payment-service together.
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentConfiguration.class);

    /// The writer works for all tenants at once; each row states its tenant.
    @Bean
    GroupCommit<NewPayment, Outcome> writer(
            AcceptPayments acceptPayments,
            PaymentProperties properties,
            ApplicationEventPublisher events) {
        return writer(acceptPayments::accept, properties, events);
    }

    /// An `Error` stops the writer, and nothing is accepted until the process is restarted. The process
    /// therefore reports itself as broken, so that its supervisor restarts it.
    static GroupCommit<NewPayment, Outcome> writer(
            Function<List<NewPayment>, List<Outcome>> accept,
            PaymentProperties properties,
            ApplicationEventPublisher events) {
        return new GroupCommit<>(
                "accept-payments",
                properties.groupMax(),
                properties.queueMax(),
                properties.groupInterval(),
                group -> {
                    try {
                        return TenantScope.worker().call(() -> accept.apply(group));
                    } catch (Error broken) {
                        LOG.error("No payment can be accepted any more", broken);
                        AvailabilityChangeEvent.publish(events, broken, LivenessState.BROKEN);
                        throw broken;
                    }
                });
    }

    @Bean
    AcceptQueue acceptQueue(GroupCommit<NewPayment, Outcome> writer, PaymentProperties properties) {
        return new AcceptQueue(writer, properties.queueMax());
    }

    @Bean
    Watches watches(PaymentProperties properties, MeterRegistry meters) {
        Watches watches = new Watches(properties.waitsMax(), properties.streamsMax());
        Gauge.builder("payments.watches.open", watches, Watches::size)
                .description("Requests that wait for the end of a payment, and open timelines")
                .register(meters);
        return watches;
    }

    /// Tells clients, in the OpenAPI document, how long a key is remembered.
    @Bean
    GlobalOpenApiCustomizer keyRetention(PaymentProperties properties) {
        String promise =
                ". A key is remembered for %d hours, and until its payment has ended. After that it is new."
                        .formatted(properties.keyRetention().toHours());
        return api ->
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .flatMap(operation -> operation.getParameters().stream())
                        .filter(each -> IdempotencyKey.HEADER.equals(each.getName()))
                        .forEach(each -> each.setDescription(each.getDescription() + promise));
    }

    /// Answers waiting requests before the web server starts waiting for its last responses.
    @EventListener
    void endWatches(ContextClosedEvent closing) {
        closing.getApplicationContext().getBean(Watches.class).close();
    }
}
