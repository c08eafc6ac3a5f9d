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

/// What no line does, and why. The product is what runs in a cluster: contracts, platform, services.
@SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
enum Ban implements ProvenRule {

    /// The mesh repeats and breaks circuits, where everybody can see and change it.
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

    /// The mesh waits as long as the route says.
    HTTP_TIMEOUTS(
            "payment.application.LosesPatience",
            root -> Ban.product(root).accessTargetWhere(Ban.setsAnHttpTimeout())),

    /// The mesh proves who is who and encrypts: a service speaks plainly to its own sidecar.
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

    /// Whoever sleeps waits too long or not long enough: await the condition, or schedule.
    SLEEP(
            "payment.domain.Sleeps",
            _ -> noClasses().should().accessTargetWhere(Ban.isCall("java.lang.Thread", "sleep"))),

    /// Mutable, without a zone, and months count from zero: `java.time` it is.
    OLD_DATES(
            "payment.domain.HasAnOldDate",
            _ ->
                    noClasses()
                            .should()
                            .dependOnClassesThat(
                                    Ban.isOneOf("java.util.Date", "java.util.Calendar"))),

    /// What a class needs is what its constructor asks for.
    FIELD_INJECTION(
            "payment.application.IsFilledFromOutside",
            root ->
                    noFields()
                            .that()
                            .areDeclaredInClassesThat()
                            .resideInAnyPackage(Ban.packages(root))
                            .should(GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)),

    /// A log line knows its tenant and its trace; a printed one is lost.
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
