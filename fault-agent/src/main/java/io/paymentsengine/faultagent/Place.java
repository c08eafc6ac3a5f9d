package io.paymentsengine.faultagent;

/// One side of a site in one service, at which a crash must do no harm.
public record Place(String service, Site site, Edge edge) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s: %s %s".formatted(service, edge.word(), site);
    }
}
