package io.paymentsengine.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// What no code may do, and why. The product is what runs in a cluster: contracts, platform and the
/// services.
@SuppressWarnings("ImmutableEnumChecker") // its functions are stateless
enum Ban implements ProvenRule {

    /// Retries and circuit breakers belong to the mesh, where everybody can see and change them.
    RETRIES(
            "payment.application.TriesAgain",
            root ->
                    Ban.product(root)
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "org.springframework.core.retry..",
                                    "org.springframework.resilience..",
                                    "org.springframework.retry..",
                                    "org.springframework.kafka.retrytopic..",
                                    "org.springframework.cloud.client.circuitbreaker..")),

    /// HTTP timeouts belong to the mesh, which takes them from the routes.
    HTTP_TIMEOUTS(
            "payment.application.LosesPatience",
            root -> Ban.product(root).accessTargetWhere(Ban.setsAnHttpTimeout())),

    /// The mesh authenticates and encrypts: a service uses plain text to its own sidecar.
    ENCRYPTION(
            "payment.application.Encrypts",
            root ->
                    Ban.product(root)
                            .dependOnClassesThat(
                                    resideInAnyPackage(
                                                    "javax.net.ssl..",
                                                    "java.security.cert..",
                                                    "org.springframework.boot.ssl..")
                                            .or(Ban.isOneOf("java.security.KeyStore")))),

    /// A sleep is too long or too short: await the condition, or schedule the work.
    SLEEP(
            "payment.domain.Sleeps",
            _ -> noClasses().should().accessTargetWhere(Ban.isCall("java.lang.Thread", "sleep"))),

    /// The old types are mutable, have no time zone, and count months from zero: use `java.time`.
    OLD_DATES(
            "payment.domain.HasAnOldDate",
            _ ->
                    noClasses()
                            .should()
                            .dependOnClassesThat(
                                    Ban.isOneOf("java.util.Date", "java.util.Calendar"))),

    /// A class gets everything that it needs through its constructor.
    FIELD_INJECTION(
            "payment.application.IsFilledFromOutside",
            root ->
                    noFields()
                            .that()
                            .areDeclaredInClassesThat()
                            .resideInAnyPackage(Ban.packages(root))
                            .should(GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)),

    /// A log line has a tenant and a trace; a printed line is lost.
    PRINTING(
            "payment.domain.Prints",
            root ->
                    noClasses()
                            .that()
                            .resideInAnyPackage(Ban.packages(root))
                            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));

    private final String brokenBy;
    private final Function<String, ArchRule> rule;

    Ban(String brokenBy, Function<String, ArchRule> rule) {
        this.brokenBy = brokenBy;
        this.rule = rule;
    }

    @Override
    public ArchRule under(String root) {
        return rule.apply(root);
    }

    @Override
    public String brokenBy() {
        return brokenBy;
    }

    private static ClassesShould product(String root) {
        return noClasses().that().resideInAnyPackage(packages(root)).should();
    }

    private static String[] packages(String root) {
        return Stream.concat(Stream.of("contracts", "platform"), Modules.SERVICES.stream())
                .map(module -> root + "." + module + "..")
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaAccess<?>> setsAnHttpTimeout() {
        return describe(
                "an HTTP timeout is set",
                access ->
                        access.getName().toLowerCase(Locale.ROOT).endsWith("timeout")
                                && isHttp(access.getTargetOwner().getPackageName()));
    }

    private static boolean isHttp(String packageName) {
        return packageName.startsWith("java.net")
                || packageName.startsWith("org.springframework.http.client")
                || packageName.startsWith("org.springframework.boot.http.client")
                || packageName.startsWith("org.springframework.web.client");
    }

    private static DescribedPredicate<JavaAccess<?>> isCall(String owner, String name) {
        return describe(
                owner + "." + name,
                access ->
                        access.getName().equals(name)
                                && access.getTargetOwner().getFullName().equals(owner));
    }

    private static DescribedPredicate<JavaClass> isOneOf(String... names) {
        return describe(
                String.join(" or ", names), type -> List.of(names).contains(type.getFullName()));
    }
}
