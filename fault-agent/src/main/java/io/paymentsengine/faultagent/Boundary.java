package io.paymentsengine.faultagent;

/// A place that has a name.
///
/// @param site by the name that people gave it
/// @param circumstance what has to go on for it to be passed, in a word
public record Boundary(String site, Place place, String circumstance) {

    /// Its name: `account-service:batch:after`.
    public String name() {
        return place.service() + ":" + point().name();
    }

    /// What the agent in its service knows of it.
    public Point point() {
        return new Point(site + ":" + place.edge().word(), place.site(), place.edge());
    }
}
