package io.paymentsengine.suite.campaign;

import java.util.List;
import java.util.stream.Stream;

/// The dead letters that exist, compared with those that should. The same poison may become a dead letter
/// several times, because a message may be delivered again.
///
/// @param poisons the poison messages that were sent
/// @param letters the dead letters that exist
record Burials(List<Poison> poisons, List<DeadLetter> letters) {

    Burials {
        poisons = List.copyOf(poisons);
        letters = List.copyOf(letters);
    }

    /// Poison that should have become a dead letter with its reason, but has not.
    List<Poison> unburied() {
        return poisons.stream()
                .filter(Poison::isToBeBuried)
                .filter(poison -> letters.stream().noneMatch(poison::isBuriedIn))
                .toList();
    }

    /// Dead letters that should not exist, or that have the wrong reason.
    List<DeadLetter> unexplained() {
        return letters.stream()
                .filter(letter -> poisons.stream().noneMatch(poison -> poison.explains(letter)))
                .toList();
    }

    /// All findings, one per line.
    Stream<String> findings() {
        return Stream.concat(
                unburied().stream().map(poison -> "is not a dead letter: " + poison),
                unexplained().stream().map(letter -> "should not be a dead letter: " + letter));
    }
}
