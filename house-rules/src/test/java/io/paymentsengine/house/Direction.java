package io.paymentsengine.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Dependencies go one way: from services to platform to contracts. Only the simulation depends on
/// services, and nothing depends on the simulation.
@SuppressWarnings("ImmutableEnumChecker") // its functions are stateless
enum Direction implements ProvenRule {
    CONTRACTS_NEED_JAVA_ALONE(
            "contracts.WritesALog",
            root ->
                    classes()
                            .that(resideInAPackage(root + ".contracts.."))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(
                                            "java..", "org.jspecify..", root + ".contracts.."))),

    VOCABULARY_IS_BELOW_THE_MESSAGES(
            "contracts.vocabulary.KnowsAMessage",
            root ->
                    noClasses()
                            .that(resideInAPackage(root + ".contracts.vocabulary.."))
                            .should()
                            .dependOnClassesThat(resideInAPackage(root + ".contracts"))),

    PLATFORM_KNOWS_NO_SERVICE(
            "platform.left.KnowsAService",
            root ->
                    noClasses()
                            .that(resideInAPackage(root + ".platform.."))
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage(Direction.services(root))
                                            .or(Direction.stackAndSuite(root)))),

    PLATFORM_HAS_NO_CIRCLES(
            "platform.left.KnowsTheRight",
            root -> slices().matching(root + ".platform.(*)..").should().beFreeOfCycles()),

    NO_SERVICE_KNOWS_ANOTHER(
            "account.KnowsPayments",
            root ->
                    slices().matching(root + ".(" + String.join("|", Modules.SERVICES) + ")..")
                            .should()
                            .notDependOnEachOther()),

    NO_SERVICE_KNOWS_HOW_IT_IS_RUN(
            "account.StartsTheStack",
            root ->
                    noClasses()
                            .that(resideInAnyPackage(Direction.services(root)))
                            .should()
                            .dependOnClassesThat(Direction.stackAndSuite(root))),

    THE_STACK_KNOWS_SERVICES_AS_PROCESSES(
            "localstack.KnowsPayments",
            root ->
                    noClasses()
                            .that(resideInAPackage(root + ".localstack.."))
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage(Direction.services(root))
                                            .or(resideInAPackage(root + ".platform..")))),

    /// The only module that depends on services, because it runs their decisions.
    THE_SIMULATION_RUNS_DECISIONS_ALONE(
            "simulation.ReadsTheCellar",
            root ->
                    noClasses()
                            .that(resideInAPackage(root + ".simulation.."))
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage(Direction.closedRooms(root))
                                            .or(Direction.stackAndSuite(root)))),

    NOTHING_KNOWS_THE_SIMULATION(
            "suite.Dreams",
            root ->
                    noClasses()
                            .that(not(resideInAPackage(root + ".simulation..")))
                            .should()
                            .dependOnClassesThat(Direction.simulation(root))),

    THE_AGENT_NEEDS_JAVA_ALONE(
            "faultagent.KnowsPayments",
            root ->
                    classes()
                            .that(resideInAPackage(root + ".faultagent.."))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(
                                            "java..", "org.jspecify..", root + ".faultagent.."))),

    OPERATORS_NEED_A_BROKER_ALONE(
            "operator.KnowsPayments",
            root ->
                    classes()
                            .that(resideInAPackage(root + ".operator.."))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(
                                            "java..",
                                            "org.apache.kafka..",
                                            "org.jspecify..",
                                            root + ".contracts..",
                                            root + ".operator.."))),

    THE_SUITE_JUDGES_FROM_OUTSIDE(
            "suite.LooksInside",
            root ->
                    noClasses()
                            .that(resideInAPackage(root + ".suite.."))
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage(Direction.services(root))
                                            .or(resideInAPackage(root + ".platform.."))));

    private static final Set<String> KNOWN =
            Set.of(
                    "contracts",
                    "platform",
                    "localstack",
                    "operator",
                    "simulation",
                    "suite",
                    "faultagent");

    private final String brokenBy;
    private final Function<String, ArchRule> rule;

    Direction(String brokenBy, Function<String, ArchRule> rule) {
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

    /// Packages directly below the root that no rule covers. A new module must be added to the
    /// rules.
    static List<String> unknownPackages(JavaClasses classes, String root) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(root.length()).replaceFirst("^\\.", ""))
                .map(name -> name.replaceFirst("\\..*", ""))
                .distinct()
                .filter(name -> !KNOWN.contains(name) && !Modules.SERVICES.contains(name))
                .toList();
    }

    private static String[] services(String root) {
        return Modules.SERVICES.stream()
                .map(service -> root + "." + service + "..")
                .toArray(String[]::new);
    }

    /// All rooms of services except those that make decisions.
    private static String[] closedRooms(String root) {
        return Modules.SERVICES.stream()
                .flatMap(
                        service ->
                                Stream.of(
                                        Room.of(
                                                root + "." + service,
                                                Room.WEB,
                                                Room.MESSAGING,
                                                Room.STORAGE,
                                                Room.WIRING)))
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> simulation(String root) {
        return resideInAPackage(root + ".simulation..");
    }

    private static DescribedPredicate<JavaClass> stackAndSuite(String root) {
        return resideInAnyPackage(
                root + ".localstack..", root + ".suite..", root + ".faultagent..");
    }
}
