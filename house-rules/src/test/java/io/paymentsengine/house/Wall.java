package io.paymentsengine.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// The walls between the rooms of a service: what code in a room may use, and what may use it.
@SuppressWarnings("ImmutableEnumChecker") // its functions are stateless
enum Wall implements ProvenRule {
    EVERY_CLASS_HAS_A_ROOM(
            "payment.Homeless",
            service ->
                    classes()
                            .that()
                            .resideInAPackage(service + "..")
                            .should()
                            .resideInAnyPackage(Room.of(service, Room.values()))
                            .orShould()
                            .haveNameMatching(
                                    service.replace(".", "\\.")
                                            + "\\.(\\w+Application|package-info)")),

    /// Only plain Java and the vocabulary: no framework, SQL, JSON, logger or message.
    DOMAIN_IS_PURE(
            "payment.domain.WritesALog",
            service ->
                    classes()
                            .that(resideInAPackage(Room.DOMAIN.of(service)))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(
                                            "java.lang..",
                                            "java.math..",
                                            "java.text..",
                                            "java.time..",
                                            "java.util",
                                            "java.util.concurrent..",
                                            "java.util.function..",
                                            "java.util.regex..",
                                            "java.util.stream..",
                                            "org.jspecify..",
                                            Outside.VOCABULARY,
                                            Room.DOMAIN.of(service)))),

    /// Time, ids and chance come in as arguments, so that a decision can be repeated.
    DOMAIN_DECIDES_ALIKE_TWICE(
            "payment.domain.ReadsTheClock",
            service ->
                    noClasses()
                            .that(resideInAPackage(Room.DOMAIN.of(service)))
                            .should()
                            .dependOnClassesThat(
                                    belongToAnyOf(
                                            Clock.class,
                                            Random.class,
                                            SecureRandom.class,
                                            ThreadLocalRandom.class))
                            .orShould()
                            .accessTargetWhere(Outside.READS_THE_WORLD)),

    APPLICATION_KNOWS_NO_TECHNOLOGY(
            "payment.application.AsksTheDatabase",
            service ->
                    classes()
                            .that(resideInAPackage(Room.APPLICATION.of(service)))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(
                                                    Room.of(service, Room.DOMAIN, Room.APPLICATION))
                                            .or(Outside.OFFICE))),

    WEB_KNOWS_NO_OTHER_DOOR_AND_NO_STORE(
            "payment.web.ReadsTheCellar",
            service ->
                    noClasses()
                            .that(resideInAPackage(Room.WEB.of(service)))
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage(
                                                    Room.of(service, Room.STORAGE, Room.MESSAGING))
                                            .or(Outside.STORES)
                                            .or(Outside.BROKER))),

    MESSAGING_KNOWS_NO_OTHER_DOOR_AND_NO_STORE(
            "payment.messaging.ReadsTheCellar",
            service ->
                    noClasses()
                            .that(resideInAPackage(Room.MESSAGING.of(service)))
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage(Room.of(service, Room.STORAGE, Room.WEB))
                                            .or(Outside.STORES)
                                            .or(Outside.WEB))),

    STORAGE_KNOWS_NO_DOOR(
            "payment.storage.KnowsTheWeb",
            service ->
                    noClasses()
                            .that(resideInAPackage(Room.STORAGE.of(service)))
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage(Room.of(service, Room.WEB, Room.MESSAGING))
                                            .or(Outside.WEB)
                                            .or(Outside.BROKER))),

    NOBODY_OPENS_THE_FUSE_BOX(
            "payment.storage.OpensTheFuseBox",
            service ->
                    noClasses()
                            .that(resideInAPackage(service + ".."))
                            .and(not(resideInAPackage(Room.WIRING.of(service))))
                            .should()
                            .dependOnClassesThat(resideInAPackage(Room.WIRING.of(service)))),

    /// Only domain and application are visible to other rooms. A nested type is as visible as its
    /// outer type.
    DOORS_CELLAR_AND_FUSE_BOX_ARE_PRIVATE(
            "payment.web.ShowsItself",
            service ->
                    classes()
                            .that(
                                    resideInAnyPackage(
                                            Room.of(
                                                    service,
                                                    Room.WEB,
                                                    Room.MESSAGING,
                                                    Room.STORAGE,
                                                    Room.WIRING)))
                            .and()
                            .areTopLevelClasses()
                            .should()
                            .notBePublic());

    private final String brokenBy;
    private final Function<String, ArchRule> inService;

    Wall(String brokenBy, Function<String, ArchRule> inService) {
        this.brokenBy = brokenBy;
        this.inService = inService;
    }

    /// The rule for every service. A separate rule checks that no room is empty.
    @Override
    public ArchRule under(String root) {
        return CompositeArchRule.of(
                Modules.SERVICES.stream()
                        .map(
                                service ->
                                        inService
                                                .apply(root + "." + service)
                                                .allowEmptyShould(true))
                        .toList());
    }

    @Override
    public String brokenBy() {
        return brokenBy;
    }
}
