package io.paymentsengine.house;

import io.paymentsengine.contracts.MessageType;
import java.util.List;
import java.util.function.Predicate;

/// A sample of every message version is kept for ever: it proves that old messages are understood.
final class GoldenSamples {

    static final String FOLDER = "contracts/src/test/resources/golden/";

    private GoldenSamples() {}

    /// Messages without a sample.
    static List<String> missing(House house) {
        return expected().stream().filter(Predicate.not(present(house)::contains)).toList();
    }

    /// Samples of nothing: a message version was removed that may still be on a topic.
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
