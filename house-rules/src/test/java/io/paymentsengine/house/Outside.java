package io.paymentsengine.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.regex.Pattern;

/// Types outside a service, grouped by their use to its rooms.
final class Outside {

    static final String VOCABULARY = "io.paymentsengine.contracts.vocabulary";

    /// What an application room may use in addition to its own service: messages, their storage in
    /// the transaction of their effect, logs and meters.
    static final DescribedPredicate<JavaClass> OFFICE =
            resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "org.slf4j..",
                            "io.micrometer.core.instrument..",
                            "org.springframework.stereotype..",
                            "org.springframework.transaction..",
                            "io.paymentsengine.contracts..",
                            "io.paymentsengine.platform.batching..",
                            "io.paymentsengine.platform.ids..",
                            "io.paymentsengine.platform.messaging..",
                            "io.paymentsengine.platform.telemetry..",
                            "io.paymentsengine.platform.tenancy..",
                            "io.paymentsengine.platform.transactions..")
                    .and(not(resideInAnyPackage("java.sql..", "java.net..", "java.nio..")))
                    .as("what an application room may use");

    static final DescribedPredicate<JavaClass> STORES =
            resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "jakarta.persistence..",
                            "org.hibernate..",
                            "org.springframework.dao..",
                            "org.springframework.data..",
                            "org.springframework.jdbc..",
                            "org.springframework.orm..",
                            "io.lettuce..")
                    .as("stores");

    static final DescribedPredicate<JavaClass> BROKER =
            resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                    .as("the broker");

    /// Annotations of endpoints. Those of parameters are not among them, because clients of other
    /// services have them too.
    private static final Pattern ENDPOINT =
            Pattern.compile(
                    "org\\.springframework\\.web\\.bind\\.annotation"
                            + "\\.(\\w*Controller\\w*|\\w*Mapping|ExceptionHandler)");

    static final DescribedPredicate<JavaClass> WEB =
            resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..")
                    .or(describe("an endpoint", type -> ENDPOINT.matcher(type.getName()).matches()))
                    .as("HTTP endpoints");

    /// Methods that may return something else next time.
    private static final Set<String> READ =
            Set.of(
                    "now",
                    "currentTimeMillis",
                    "nanoTime",
                    "randomUUID",
                    "random",
                    "getenv",
                    "getProperty");

    /// Calls and method references that read time, chance or the environment.
    static final DescribedPredicate<JavaAccess<?>> READS_THE_WORLD =
            describe(
                    "time, chance or the environment is read",
                    access ->
                            READ.contains(access.getName())
                                    && access.getTargetOwner()
                                            .getPackageName()
                                            .startsWith("java."));

    private Outside() {}
}
