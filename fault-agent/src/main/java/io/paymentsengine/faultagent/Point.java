package io.paymentsengine.faultagent;

/// An exact location at which a JVM can be halted.
///
/// @param name the name that orders and reports use
public record Point(String name, Site site, Edge edge) {

    private static final String SEPARATOR = "\t";

    /// Parses what [#toString] writes.
    static Point parse(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return new Point(parts[0], Site.parse(parts[1]), Edge.valueOf(parts[2]));
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, name, site.toString(), edge.name());
    }
}
