package io.paymentsengine.localstack.testing;

import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/// Closes the application context of a test that has stores of its own once the test has ended: no other
/// can use it, and its stores would run for as long as this JVM. Known to Spring by
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
