package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/// Checks versions, modules and libraries in the POMs.
final class Poms {

    /// Groups of libraries that do the work of the mesh.
    private static final List<String> OF_THE_MESH =
            List.of(
                    "io.github.resilience4j",
                    "org.springframework.retry",
                    "com.netflix.hystrix",
                    "dev.failsafe",
                    "com.bucket4j",
                    "org.bouncycastle",
                    "org.conscrypt");

    /// The prefix of a file with JVM options. A JVM doesn't start if the file is missing.
    private static final String OPTIONS = "@";

    private Poms() {}

    /// The modules, in the order in which they are built.
    static List<String> modules(House house) {
        return texts(parse(house.file("pom.xml")), "module");
    }

    /// Folders with a POM that are not modules of the build.
    static List<String> strayModules(House house) {
        return modulePoms(house)
                .map(HouseFile::module)
                .filter(Predicate.not(modules(house)::contains))
                .toList();
    }

    /// Versions outside the parent POM. Only the parent has versions; a module may refer to a
    /// property.
    static List<String> strayVersions(House house) {
        return modulePoms(house)
                .flatMap(
                        pom ->
                                Xml.elements(parse(pom), "version").stream()
                                        .filter(
                                                version ->
                                                        !version.getParentNode()
                                                                .getNodeName()
                                                                .equals("parent"))
                                        .filter(
                                                version ->
                                                        !version.getTextContent().startsWith("${"))
                                        .map(
                                                version ->
                                                        pom.name()
                                                                + " "
                                                                + version.getTextContent()))
                .toList();
    }

    /// Groups that do the work of the mesh, but that the enforcer does not ban.
    static List<String> letIn(House house) {
        Element parent = parse(house.file("pom.xml"));
        Set<String> refused =
                Xml.elements(parent, "bannedDependencies").stream()
                        .flatMap(banned -> texts(banned, "exclude").stream())
                        .collect(Collectors.toSet());
        return OF_THE_MESH.stream().filter(Predicate.not(refused::contains)).toList();
    }

    /// Files with JVM options of images, in folders that Jib doesn't fill.
    static List<String> missingOptions(House house) {
        Element parent = parse(house.file("pom.xml"));
        Set<String> filled = Set.copyOf(texts(parent, "into"));
        return texts(parent, "jvmFlag").stream()
                .filter(flag -> flag.startsWith(OPTIONS))
                .map(flag -> flag.substring(OPTIONS.length()))
                .filter(file -> !filled.contains(file.replaceFirst("/[^/]*$", "")))
                .toList();
    }

    private static Stream<HouseFile> modulePoms(House house) {
        return house.files("/pom.xml").stream();
    }

    private static Element parse(HouseFile pom) {
        return Xml.parse(pom.path());
    }

    private static List<String> texts(Element within, String tag) {
        return Xml.elements(within, tag).stream().map(Element::getTextContent).toList();
    }
}
