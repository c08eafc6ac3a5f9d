package io.paymentsengine.suite.mesh;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the mesh promises, and the class tries on a cluster. There a rollout alone takes minutes, so its
/// tests may take longer than others.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("mesh")
@ExtendWith(InTheMesh.class)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@interface Promise {

    /// In a sentence, for the report.
    String value();
}
