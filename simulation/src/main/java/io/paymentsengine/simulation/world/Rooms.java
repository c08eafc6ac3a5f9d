package io.paymentsengine.simulation.world;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.paymentsengine.platform.messaging.Inbound;
import io.paymentsengine.platform.telemetry.TelemetryAutoConfiguration;
import io.paymentsengine.platform.tenancy.Tenants;
import io.paymentsengine.simulation.messaging.PostOffice;
import io.paymentsengine.simulation.messaging.Service;
import io.paymentsengine.simulation.stores.Database;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// The rooms of a service in which decisions are made, `application` with its `domain`, and `messaging`,
/// which assigns topics to handlers. Spring wires them as in production. Beans that nothing uses are not
/// created.
final class Rooms {

    private final Service service;
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Transactions {}

    /// @param service the last part of the service's package name, such as `payment`
    Rooms(String name, String service, Database database, Tools tools) {
        PostOffice post = new PostOffice(database, tools.wire(), tools.clock(), tools.breaches());
        this.service = new Service(name, database, post, tools.breaches());
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.register(Transactions.class, TelemetryAutoConfiguration.class);
        with(Database.class, database);
        with(PostOffice.class, post);
        with(Clock.class, tools.clock());
        with(Tenants.class, tools.tenants());
        with(MeterRegistry.class, new CompositeMeterRegistry());
        context.scan(roomOf(service, "application"), roomOf(service, "messaging"));
    }

    /// Provides a dependency of the service.
    <T> Rooms with(Class<T> type, T thing) {
        context.registerBean(type, () -> thing);
        return this;
    }

    Rooms open() {
        context.refresh();
        return this;
    }

    Service service() {
        return service;
    }

    <T> T get(Class<T> useCase) {
        return context.getBean(useCase);
    }

    /// The topics that the service handles.
    List<Inbound<?>> inbounds() {
        return context.getBeanProvider(Inbound.class)
                .orderedStream()
                .<Inbound<?>>map(inbound -> inbound)
                .toList();
    }

    void close() {
        context.close();
    }

    private static String roomOf(String service, String room) {
        return "io.paymentsengine." + service + "." + room;
    }
}
