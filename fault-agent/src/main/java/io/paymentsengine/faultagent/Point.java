package io.paymentsengine.faultagent;

/// Exactly where a JVM can be halted.
///
/// @param name as people call it
public record Point(String name, Site site, Edge edge) {

    private static final String SEPARATOR = "\t";

    /// As [#toString] writes it.
    static Point parse(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return new Point(parts[0], Site.parse(parts[1]), Edge.valueOf(parts[2]));
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, name, site.toString(), edge.name());
    }
}
