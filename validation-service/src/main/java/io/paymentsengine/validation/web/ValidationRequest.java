package io.paymentsengine.validation.web;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.platform.web.PlainText;
import io.paymentsengine.platform.web.PositiveAmount;
import io.paymentsengine.validation.application.PreviewValidation.Intent;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A payment that somebody thinks of making, in the form in which it would be requested.
record ValidationRequest(
        @NotNull AccountReference debtorAccount,
        @NotNull AccountReference creditorAccount,
        @NotNull @PositiveAmount Amount amount,
        @PlainText(max = REFERENCE_MAX) @Nullable String reference) {

    /// What a SEPA credit transfer carries.
    static final int REFERENCE_MAX = 140;

    Intent toIntent() {
        return new Intent(
                debtorAccount,
                creditorAccount,
                amount.toMoney(),
                Objects.requireNonNullElse(reference, ""));
    }
}
