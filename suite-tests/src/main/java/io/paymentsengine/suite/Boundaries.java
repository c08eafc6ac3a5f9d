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

/// Where a crash of a service must do no harm: as they are named, and as they are in the code.
public final class Boundaries {

    private static final Path DOCUMENT = Path.of("docs", "operations", "crash-boundaries.md");

    private static final List<String> SERVICES =
            Stream.of(Service.values()).map(Service::title).toList();

    private Boundaries() {}

    /// All that are named, in the order of their document.
    public static List<Boundary> named() {
        return Catalogue.in(Repository.folder().resolve(DOCUMENT), SERVICES);
    }

    /// Those whose names start so.
    ///
    /// @param starts separated by commas
    /// @throws IllegalArgumentException if none starts like one of them
    public static List<Boundary> startingWith(String starts) {
        List<Boundary> all = named();
        List<String> wanted = List.of(starts.split(",", -1));
        for (String start : wanted) {
            if (start.isBlank() || all.stream().noneMatch(each -> each.name().startsWith(start))) {
                throw new IllegalArgumentException(
                        "no boundary starts with '%s'; there are %s"
                                .formatted(start, all.stream().map(Boundary::name).toList()));
            }
        }
        return all.stream()
                .filter(each -> wanted.stream().anyMatch(each.name()::startsWith))
                .toList();
    }

    /// All that the compiled services have.
    public static Set<Place> inTheCode() {
        return Code.places(Repository.folder(), SERVICES);
    }

    /// What the agent in a service has to know.
    static List<Point> of(Service service) {
        return named().stream()
                .filter(each -> each.place().service().equals(service.title()))
                .map(Boundary::point)
                .toList();
    }
}
