package io.paymentsengine.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The compiled classes of our modules. They are read from the target folders, because the
/// executable jar of a service can't be imported.
final class Modules {

    static final String OURS = "io.paymentsengine";
    static final String WRONG = OURS + ".house.wrong";

    /// The services, by the last parts of their package names.
    static final List<String> SERVICES = List.of("account", "payment", "saga", "validation");

    private static final Path SUITE = Path.of("suite-tests", "target", "test-classes");

    /// Everything that is shipped or run. Includes the test classes of suite-tests, whose product
    /// is tests.
    private static final JavaClasses MAIN =
            imported(Stream.concat(folders("classes"), Stream.of(SUITE)));

    private static final JavaClasses TESTS = imported(folders("test-classes"));

    private static final JavaClasses MADE_WRONG = new ClassFileImporter().importPackages(WRONG);

    private Modules() {}

    /// Everything that is shipped or run, including local-stack and suite-tests.
    static JavaClasses main() {
        return MAIN;
    }

    /// The tests of all modules.
    static JavaClasses tests() {
        return TESTS;
    }

    /// The classes that are wrong on purpose.
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
