package io.paymentsengine.saga.web;

import io.paymentsengine.platform.web.PlainText;
import io.paymentsengine.saga.domain.Intervention;
import jakarta.validation.constraints.NotNull;

/// Body of an intervention: by whom, and why. Both are kept in the saga's journal.
record InterventionRequest(
        @NotNull @PlainText(min = 1, max = 100) String operator,
        @NotNull @PlainText(min = 1, max = 500) String reason) {

    Intervention toIntervention() {
        return new Intervention(operator, reason);
    }
}
