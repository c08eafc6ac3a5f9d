package io.paymentsengine.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The compiled classes of our modules, read from their target folders: the jar of a service is
/// executable and can't be imported.
final class Modules {

    static final String OURS = "io.paymentsengine";
    static final String WRONG = OURS + ".house.wrong";

    /// The services, by the last part of their package.
    static final List<String> SERVICES = List.of("account", "payment", "saga", "validation");

    private static final Path SUITE = Path.of("suite-tests", "target", "test-classes");

    /// Everything that is shipped or run. What suite-tests makes is tests, so they are in it.
    private static final JavaClasses MAIN =
            imported(Stream.concat(folders("classes"), Stream.of(SUITE)));

    private static final JavaClasses TESTS = imported(folders("test-classes"));

    private static final JavaClasses MADE_WRONG = new ClassFileImporter().importPackages(WRONG);

    private Modules() {}

    /// Everything that is shipped or run, local-stack and suite-tests included.
    static JavaClasses main() {
        return MAIN;
    }

    /// The tests of all modules.
    static JavaClasses tests() {
        return TESTS;
    }

    /// What is wrong on purpose.
    static JavaClasses wrong() {
        return MADE_WRONG;
    }

    private static Stream<Path> folders(String output) {
        return Poms.modules(House.OURS).stream().map(module -> Path.of(module, "target", output));
    }

    private static JavaClasses imported(Stream<Path> folders) {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/house/wrong/"))
                .importPaths(
                        folders.map(House.OURS.root()::resolve)
                                .filter(Files::isDirectory)
                                .toList());
    }
}
