package io.paymentsengine.faultagent;

/// A place that is named in the document of crash boundaries.
///
/// @param site the name that the document gives to the site
/// @param circumstance what must be happening for the place to be passed, as the document names it
public record Boundary(String site, Place place, String circumstance) {

    /// The full name, such as `account-service:batch:after`.
    public String name() {
        return place.service() + ":" + point().name();
    }

    /// The point that the agent in its service is given.
    public Point point() {
        return new Point(site + ":" + place.edge().word(), place.site(), place.edge());
    }
}
