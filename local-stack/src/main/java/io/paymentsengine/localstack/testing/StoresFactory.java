package io.paymentsengine.localstack.testing;

import io.paymentsengine.localstack.Repository;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/// Finds [WithStores] on a test. Registered with Spring in `META-INF/spring.factories`.
final class StoresFactory implements ContextCustomizerFactory {

    private static final String TENANTS_FILE = "TENANTS_FILE";

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        WithStores wanted =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, WithStores.class);
        if (wanted == null) {
            return null;
        }
        announceTenants();
        return new StoresCustomizer(
                wanted.database(),
                wanted.kafka(),
                wanted.redis(),
                wanted.isolated() ? testClass : null);
    }

    /// Sets a system property, because it is read while the environment is prepared, before any
    /// customizer runs.
    private static void announceTenants() {
        if (System.getenv(TENANTS_FILE) == null && System.getProperty(TENANTS_FILE) == null) {
            System.setProperty(TENANTS_FILE, Repository.tenantsFile().toUri().toString());
        }
    }
}
