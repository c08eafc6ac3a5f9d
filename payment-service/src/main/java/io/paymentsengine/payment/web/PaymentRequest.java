package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.platform.web.InputError;
import io.paymentsengine.platform.web.PlainText;
import io.paymentsengine.platform.web.PositiveAmount;
import io.paymentsengine.platform.web.Problem;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// Body of a request for a payment.
///
/// @param reference text for the creditor
record PaymentRequest(
        @NotNull AccountReference debtorAccount,
        @NotNull AccountReference creditorAccount,
        @NotNull @PositiveAmount Amount amount,
        @PlainText(max = Transfer.REFERENCE_MAX) @Nullable String reference) {

    /// Returns the requested transfer.
    ///
    /// @param at position of this object in the body, as a JSON pointer
    Transfer transfer(String at) {
        if (debtorAccount.equals(creditorAccount)) {
            throw Problem.invalid(
                            InputError.at(
                                    at + "/creditorAccount", "must be another than the debtor's"))
                    .exception();
        }
        return new Transfer(
                debtorAccount,
                creditorAccount,
                amount.toMoney(),
                reference == null ? "" : reference);
    }
}
