package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.List;

/// The result of applying the rules to a payment.
public sealed interface Verdict {

    /// The payment may be made, between these accounts.
    record Approved(AccountId debtor, AccountId creditor) implements Verdict {}

    /// The payment may not be made.
    ///
    /// @param objections one for each rule that fired, in the order of the rules; at least one
    record Declined(List<Objection> objections) implements Verdict {

        public Declined {
            objections = List.copyOf(objections);
            if (objections.isEmpty()) {
                throw new IllegalArgumentException("nothing is declined without an objection");
            }
        }

        /// The reason that the payer is told: that of the first rule that fired.
        public RejectionReason reason() {
            return objections.getFirst().reason();
        }
    }
}
