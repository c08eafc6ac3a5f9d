package io.paymentsengine.account.web;

import io.paymentsengine.account.domain.Refusal;
import io.paymentsengine.platform.web.Problem;
import io.paymentsengine.platform.web.ProblemType;

/// Problems that only requests about accounts have.
final class AccountProblems {

    private static final ProblemType ACCOUNT_FROZEN =
            new ProblemType("account-frozen", "The account is frozen", 409);
    private static final ProblemType ACCOUNT_CLOSED =
            new ProblemType("account-closed", "The account is closed", 409);
    private static final ProblemType ACCOUNT_NOT_EMPTY =
            new ProblemType("account-not-empty", "The account is not empty", 409);
    private static final ProblemType IBAN_TAKEN =
            new ProblemType("iban-taken", "The IBAN belongs to another account", 409);
    private static final ProblemType NOT_BOOKABLE =
            new ProblemType("not-bookable", "The amount can't be booked on the account", 422);

    private AccountProblems() {}

    static Problem notFound() {
        return Problem.notFound("The tenant has no such account.");
    }

    static Problem ibanTaken() {
        return Problem.of(IBAN_TAKEN, "Another account of the tenant has this IBAN.");
    }

    static Problem keyTaken() {
        return Problem.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "The key was used for another deposit. A new deposit needs a new key.");
    }

    static Problem of(Refusal refusal) {
        String detail = refusal.of(Refusal.Subject.ACCOUNT).detail();
        return switch (refusal) {
            case ACCOUNT_UNKNOWN -> notFound();
            case ACCOUNT_FROZEN -> Problem.of(ACCOUNT_FROZEN, detail);
            case ACCOUNT_CLOSED -> Problem.of(ACCOUNT_CLOSED, detail);
            case ACCOUNT_NOT_EMPTY -> Problem.of(ACCOUNT_NOT_EMPTY, detail);
            case BALANCE_TOO_LARGE,
                    CURRENCY_MISMATCH,
                    INSUFFICIENT_FUNDS,
                    PAYMENT_RELEASED,
                    RESERVATION_MISSING,
                    SAME_ACCOUNT ->
                    Problem.of(NOT_BOOKABLE, detail);
        };
    }
}
