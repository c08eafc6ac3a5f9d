package io.paymentsengine.house;

import io.paymentsengine.faultagent.Boundary;
import io.paymentsengine.faultagent.Catalogue;
import io.paymentsengine.faultagent.Code;
import io.paymentsengine.faultagent.Place;
import io.paymentsengine.faultagent.Site;
import io.paymentsengine.faultagent.Survey;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The crash boundaries that are documented, and those that are in compiled code.
final class Boundaries {

    private static final String DOCUMENT = "docs/operations/crash-boundaries.md";
    private static final Path TESTS = Path.of("house-rules", "target", "test-classes");

    /// The modules that run as services.
    private static final List<String> SERVICES =
            List.of(
                    "payment-service",
                    "validation-service",
                    "account-service",
                    "saga-orchestrator");

    private Boundaries() {}

    /// The boundaries that the document names.
    static Set<Place> named() {
        return Catalogue.in(House.OURS.file(DOCUMENT).path(), SERVICES).stream()
                .map(Boundary::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The boundaries in the compiled code.
    static Set<Place> inTheCode() {
        return Code.places(House.OURS.root(), SERVICES);
    }

    /// The boundaries in classes that are wrong on purpose.
    static Set<Site> inWrongCode() {
        Path wrong = Path.of(Modules.WRONG.replace('.', '/'));
        return Survey.of(House.OURS.root().resolve(TESTS).resolve(wrong)).sites().keySet();
    }
}
