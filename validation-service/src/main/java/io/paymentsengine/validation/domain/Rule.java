package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.Optional;
import java.util.function.Function;

/// One thing that must hold for a payment.
///
/// @param name what decisions and people call it
/// @param objection why a payment breaks it, or empty
public record Rule(String name, Function<Facts, Optional<RejectionReason>> objection) {

    /// The objection to a payment, or empty where the rule holds.
    Optional<Objection> examine(Facts facts) {
        return objection.apply(facts).map(reason -> new Objection(name, reason));
    }
}
