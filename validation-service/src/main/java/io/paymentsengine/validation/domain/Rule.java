package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.Optional;
import java.util.function.Function;

/// A condition that every payment must meet.
///
/// @param name the name of the rule in decisions and documentation
/// @param objection returns why a payment breaks the rule, or empty if it does not
public record Rule(String name, Function<Facts, Optional<RejectionReason>> objection) {

    /// Returns the objection to a payment, or empty if the rule holds.
    Optional<Objection> examine(Facts facts) {
        return objection.apply(facts).map(reason -> new Objection(name, reason));
    }
}
