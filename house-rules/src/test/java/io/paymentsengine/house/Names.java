package io.paymentsengine.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks the names of types, tests and migrations.
final class Names {

    /// Endings that don't say what a type is.
    private static final List<String> HOLLOW =
            List.of(
                    "Impl", "Dto", "DTO", "Util", "Utils", "Manager", "Helper", "UseCase",
                    "Mapper");

    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property");
    private static final Pattern TEST_TYPE = Pattern.compile("[A-Z]\\w*(Test|IT|Journey)");
    private static final Pattern SENTENCE = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)+");
    private static final Pattern MIGRATION =
            Pattern.compile("V\\d{3}__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern PLATFORM_MIGRATION =
            Pattern.compile("V0\\.\\d+__[a-z0-9]+(_[a-z0-9]+)*\\.sql");

    private Names() {}

    /// Types with a hollow ending. A type may have the ending of the type that it extends or
    /// implements.
    static List<String> hollow(House house) {
        return JavaSource.of(house).stream()
                .flatMap(
                        source ->
                                source.types().stream().filter(Names::isHollow).map(named(source)))
                .toList();
    }

    /// Application types that are called a service. A use case is named after what it does, such as
    /// `RequestPayment`.
    static List<String> servicesForUseCases(House house) {
        return JavaSource.of(house).stream()
                .filter(source -> source.name().contains("/application/"))
                .flatMap(
                        source ->
                                source.types().stream()
                                        .filter(
                                                type ->
                                                        type.getSimpleName()
                                                                .toString()
                                                                .endsWith("Service"))
                                        .map(named(source)))
                .toList();
    }

    /// Types with tests whose names don't say how they are run.
    static List<String> unclearTests(House house) {
        return JavaSource.of(house).stream()
                .filter(source -> source.methods().stream().anyMatch(Names::isTest))
                .map(JavaSource::file)
                .map(HouseFile::name)
                .filter(name -> !TEST_TYPE.matcher(simple(name)).matches())
                .toList();
    }

    /// Tests that are fast by their name, but start a store or an application context.
    static List<String> slowTests(House house) {
        return JavaSource.of(house).stream()
                .filter(source -> source.name().endsWith("Test.java"))
                .filter(source -> !source.file().module().equals("local-stack"))
                .filter(source -> source.imports().stream().anyMatch(Names::isNeighbour))
                .map(JavaSource::name)
                .toList();
    }

    /// Test methods whose names are not a sentence.
    static List<String> unspokenTests(House house) {
        return JavaSource.of(house).stream()
                .flatMap(
                        source ->
                                source.methods().stream()
                                        .filter(Names::isTest)
                                        .filter(
                                                method ->
                                                        !SENTENCE.matcher(method.getName())
                                                                .matches())
                                        .map(
                                                method ->
                                                        source.place(method)
                                                                + " "
                                                                + method.getName()))
                .toList();
    }

    /// Migrations whose names don't say what they make true.
    static List<String> migrations(House house) {
        return house.files(".sql").stream()
                .map(HouseFile::name)
                .filter(name -> name.contains("/src/main/resources/db/"))
                .filter(
                        name ->
                                !migrationPattern(name)
                                        .matcher(name.substring(name.lastIndexOf('/') + 1))
                                        .matches())
                .toList();
    }

    private static Pattern migrationPattern(String name) {
        return name.contains("/db/platform/") ? PLATFORM_MIGRATION : MIGRATION;
    }

    private static boolean isHollow(ClassTree type) {
        String name = type.getSimpleName().toString();
        return HOLLOW.stream()
                .filter(name::endsWith)
                .anyMatch(ending -> supertypes(type).noneMatch(each -> each.endsWith(ending)));
    }

    private static Stream<String> supertypes(ClassTree type) {
        Tree parent = type.getExtendsClause();
        return Stream.concat(Stream.ofNullable(parent), type.getImplementsClause().stream())
                .map(Object::toString)
                .map(name -> name.replaceFirst("<.*", ""));
    }

    private static boolean isNeighbour(String imported) {
        return imported.startsWith("io.paymentsengine.localstack.")
                || imported.startsWith("org.testcontainers.")
                || imported.endsWith(".SpringBootTest");
    }

    private static boolean isTest(MethodTree method) {
        return JavaSource.names(method.getModifiers().getAnnotations()).stream()
                .anyMatch(TEST_ANNOTATIONS::contains);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replace(".java", "");
    }

    private static Function<ClassTree, String> named(JavaSource source) {
        return type -> source.place(type) + " " + type.getSimpleName();
    }
}
