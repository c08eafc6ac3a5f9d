package io.paymentsengine.validation.web;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.platform.web.PlainText;
import io.paymentsengine.platform.web.PositiveAmount;
import io.paymentsengine.validation.application.PreviewValidation.Intent;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A payment that somebody considers making, in the same form as a request for it.
record ValidationRequest(
        @NotNull AccountReference debtorAccount,
        @NotNull AccountReference creditorAccount,
        @NotNull @PositiveAmount Amount amount,
        @PlainText(max = REFERENCE_MAX) @Nullable String reference) {

    /// Maximum length of the reference in a SEPA credit transfer.
    static final int REFERENCE_MAX = 140;

    Intent toIntent() {
        return new Intent(
                debtorAccount,
                creditorAccount,
                amount.toMoney(),
                Objects.requireNonNullElse(reference, ""));
    }
}
