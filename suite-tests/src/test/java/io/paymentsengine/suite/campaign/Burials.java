package io.paymentsengine.suite.campaign;

import java.util.List;
import java.util.stream.Stream;

/// What was set aside, beside what should have been. Poison may be buried more often than once: a message
/// may come again.
///
/// @param poisons that were sent
/// @param letters that are there
record Burials(List<Poison> poisons, List<DeadLetter> letters) {

    Burials {
        poisons = List.copyOf(poisons);
        letters = List.copyOf(letters);
    }

    /// What should be a dead letter, with its reason, and isn't.
    List<Poison> unburied() {
        return poisons.stream()
                .filter(Poison::isToBeBuried)
                .filter(poison -> letters.stream().noneMatch(poison::isBuriedIn))
                .toList();
    }

    /// What should be no dead letter, or for another reason, and is one.
    List<DeadLetter> unexplained() {
        return letters.stream()
                .filter(letter -> poisons.stream().noneMatch(poison -> poison.explains(letter)))
                .toList();
    }

    /// All that is wrong, each in a line.
    Stream<String> findings() {
        return Stream.concat(
                unburied().stream().map(poison -> "is no dead letter: " + poison),
                unexplained().stream().map(letter -> "should not be a dead letter: " + letter));
    }
}
