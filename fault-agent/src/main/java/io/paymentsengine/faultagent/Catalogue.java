package io.paymentsengine.faultagent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The named boundaries, read from the tables of a document, so that what is tested is what is
/// documented. A row has a name, services, a site in backticks, sides, a circumstance and a reason.
public final class Catalogue {

    private static final String EVERY_SERVICE = "all";
    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| ([a-z-]+) \\| ([a-z, -]+) \\| `([^`]+)` \\| ([a-z, ]+) \\| ([a-z, ]+) \\|.+",
                    Pattern.MULTILINE);

    private Catalogue() {}

    /// The boundaries, in the order of the document.
    ///
    /// @param services the titles of all services
    public static List<Boundary> in(Path document, List<String> services) {
        try {
            return ROW.matcher(Files.readString(document))
                    .results()
                    .flatMap(row -> boundaries(row, services))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Boundary> boundaries(MatchResult row, List<String> services) {
        Site site = Site.parse(row.group(3));
        List<String> named =
                row.group(2).equals(EVERY_SERVICE) ? services : words(row.group(2)).toList();
        return named.stream()
                .flatMap(
                        service ->
                                words(row.group(4))
                                        .map(side -> Edge.valueOf(side.toUpperCase(Locale.ROOT)))
                                        .map(edge -> new Place(service, site, edge)))
                .map(place -> new Boundary(row.group(1), place, row.group(5)));
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip);
    }
}
