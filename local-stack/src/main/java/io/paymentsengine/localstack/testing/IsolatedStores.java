package io.paymentsengine.localstack.testing;

import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/// Closes the application context of a test with isolated stores when the test class has ended: no
/// other test can use it, and its stores would run as long as this JVM. Registered with Spring in
/// `META-INF/spring.factories`.
final class IsolatedStores implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext test) {
        WithStores wanted =
                TestContextAnnotationUtils.findMergedAnnotation(
                        test.getTestClass(), WithStores.class);
        if (wanted != null && wanted.isolated() && test.hasApplicationContext()) {
            test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
    }
}
