package io.paymentsengine.suite.mesh;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the mesh promises, and the class tries on a cluster.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("mesh")
@ExtendWith(InTheMesh.class)
@interface Promise {

    /// In a sentence, for the report.
    String value();
}
