package io.paymentsengine.house;

import io.paymentsengine.contracts.MessageType;
import java.util.List;
import java.util.function.Predicate;

/// A sample of every message version is kept forever, to prove that old messages can still be read.
final class GoldenSamples {

    static final String FOLDER = "contracts/src/test/resources/golden/";

    private GoldenSamples() {}

    /// The missing samples of message versions.
    static List<String> missing(House house) {
        return expected().stream().filter(Predicate.not(present(house)::contains)).toList();
    }

    /// Samples without a message version. It was removed, although it may still be on a topic.
    static List<String> orphans(House house) {
        return present(house).stream().filter(Predicate.not(expected()::contains)).toList();
    }

    private static List<String> expected() {
        return MessageType.all().stream()
                .map(type -> FOLDER + type.name() + "/v" + type.version() + ".json")
                .toList();
    }

    private static List<String> present(House house) {
        return house.files().stream()
                .map(HouseFile::name)
                .filter(name -> name.startsWith(FOLDER))
                .toList();
    }
}
