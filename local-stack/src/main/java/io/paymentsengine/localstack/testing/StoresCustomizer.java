package io.paymentsengine.localstack.testing;

import io.paymentsengine.localstack.store.Database;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/// Sets the addresses of the stores in an application context. A record, so that tests with equal
/// requirements share a context.
record StoresCustomizer(
        String database, boolean kafka, boolean redis, @Nullable Class<?> isolatedFor)
        implements ContextCustomizer {

    private static final String NAME = "stores";

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Stores stores = isolatedFor == null ? Stores.shared() : Stores.isolated();
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton(NAME, stores);
        if (isolatedFor != null) {
            // Registered first and therefore closed last, after everything that uses it.
            beans.registerDisposableBean(NAME, stores::close);
        }
        var sources = context.getEnvironment().getPropertySources();
        // The stores start in parallel.
        starting(stores).map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .forEach(sources::addFirst);
    }

    private Stream<Supplier<MapPropertySource>> starting(Stores stores) {
        Supplier<MapPropertySource> database = () -> ofPostgres(stores.database(this.database));
        Supplier<MapPropertySource> broker = () -> ofKafka(stores);
        Supplier<MapPropertySource> cache = () -> ofRedis(stores);
        return Stream.of(
                        List.of(database),
                        kafka ? List.of(broker) : List.<Supplier<MapPropertySource>>of(),
                        redis ? List.of(cache) : List.<Supplier<MapPropertySource>>of())
                .flatMap(List::stream);
    }

    private static MapPropertySource ofPostgres(Database database) {
        return new MapPropertySource(
                "postgres",
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.application().name(),
                        "spring.datasource.password", database.application().password(),
                        "spring.flyway.user", database.owner().name(),
                        "spring.flyway.password", database.owner().password(),
                        "spring.flyway.placeholders.app", database.application().name()));
    }

    private static MapPropertySource ofKafka(Stores stores) {
        return new MapPropertySource(
                "kafka", Map.of("spring.kafka.bootstrap-servers", stores.bootstrapServers()));
    }

    private static MapPropertySource ofRedis(Stores stores) {
        return new MapPropertySource(
                "redis",
                Map.of(
                        "spring.data.redis.host", stores.redis().host(),
                        "spring.data.redis.port", stores.redis().port()));
    }
}
