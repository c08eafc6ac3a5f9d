package io.paymentsengine.suite.mesh;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a class that tests a promise of the mesh on a cluster. Rollouts take minutes there, so these tests
/// have a longer time limit.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("mesh")
@ExtendWith(InTheMesh.class)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@interface Promise {

    /// The promise in one sentence, for the report.
    String value();
}
