package io.paymentsengine.localstack.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a Spring test real stores: starts those that it names unless they already run in this JVM,
/// sets the properties by which a service finds them, and provides [Stores] as a bean.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface WithStores {

    /// The service's database in PostgreSQL; its roles are `<database>_owner` and `<database>_app`.
    String database();

    boolean kafka() default true;

    boolean redis() default false;

    /// Whether this test's application context gets its own stores, at the cost of starting them.
    /// For tests that stop or kill stores. The stores and the context end when the test class has
    /// ended.
    boolean isolated() default false;
}
