package io.paymentsengine.suite;

import io.paymentsengine.faultagent.Boundary;
import io.paymentsengine.faultagent.Catalogue;
import io.paymentsengine.faultagent.Code;
import io.paymentsengine.faultagent.Place;
import io.paymentsengine.faultagent.Point;
import io.paymentsengine.localstack.Repository;
import io.paymentsengine.localstack.service.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The crash boundaries: places where a crash of a service must do no harm, both as documented and as found
/// in the code.
public final class Boundaries {

    private static final Path DOCUMENT = Path.of("docs", "operations", "crash-boundaries.md");

    private static final List<String> SERVICES =
            Stream.of(Service.values()).map(Service::title).toList();

    private Boundaries() {}

    /// All documented boundaries, in the order of the document.
    public static List<Boundary> named() {
        return Catalogue.in(Repository.folder().resolve(DOCUMENT), SERVICES);
    }

    /// The documented boundaries whose names start with one of these prefixes.
    ///
    /// @param starts prefixes, separated by commas
    /// @throws IllegalArgumentException if one of them matches no boundary
    public static List<Boundary> startingWith(String starts) {
        List<Boundary> all = named();
        List<String> wanted = List.of(starts.split(",", -1));
        for (String start : wanted) {
            if (start.isBlank() || all.stream().noneMatch(each -> each.name().startsWith(start))) {
                throw new IllegalArgumentException(
                        "no boundary starts with '%s'; the boundaries are %s"
                                .formatted(start, all.stream().map(Boundary::name).toList()));
            }
        }
        return all.stream()
                .filter(each -> wanted.stream().anyMatch(each.name()::startsWith))
                .toList();
    }

    /// All boundaries in the compiled services.
    public static Set<Place> inTheCode() {
        return Code.places(Repository.folder(), SERVICES);
    }

    /// The boundaries that the fault agent in this service has to know.
    static List<Point> of(Service service) {
        return named().stream()
                .filter(each -> each.place().service().equals(service.title()))
                .map(Boundary::point)
                .toList();
    }
}
