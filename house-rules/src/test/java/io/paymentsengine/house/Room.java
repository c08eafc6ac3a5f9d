package io.paymentsengine.house;

import java.util.Locale;
import java.util.stream.Stream;

/// The six rooms of a service: packages with one job each. A service with a second aggregate has
/// them once for each aggregate.
enum Room {
    DOMAIN,
    APPLICATION,
    WEB,
    MESSAGING,
    STORAGE,
    WIRING;

    /// The packages of this room in a service.
    String of(String service) {
        return service + ".." + name().toLowerCase(Locale.ROOT) + "..";
    }

    /// The packages of several rooms.
    static String[] of(String service, Room... rooms) {
        return Stream.of(rooms).map(room -> room.of(service)).toArray(String[]::new);
    }
}
