package io.paymentsengine.house;

import java.util.Locale;
import java.util.stream.Stream;

/// The six rooms, the same in every service. A service with a second aggregate has them once for each.
enum Room {
    DOMAIN,
    APPLICATION,
    WEB,
    MESSAGING,
    STORAGE,
    WIRING;

    /// Its packages in a service.
    String of(String service) {
        return service + ".." + name().toLowerCase(Locale.ROOT) + "..";
    }

    /// The packages of several rooms.
    static String[] of(String service, Room... rooms) {
        return Stream.of(rooms).map(room -> room.of(service)).toArray(String[]::new);
    }
}
