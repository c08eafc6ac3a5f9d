package io.paymentsengine.validation.web;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.Objection;
import io.paymentsengine.validation.domain.Verdict;
import io.paymentsengine.validation.domain.Verdict.Approved;
import io.paymentsengine.validation.domain.Verdict.Declined;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A verdict as clients see it.
///
/// @param paymentId absent in a preview
/// @param reason for a declined payment, the reason of the first rule that fired
/// @param debtorAccount for an approved payment, the account that the reference resolves to
/// @param creditorAccount for an approved payment, the account that the reference resolves to
/// @param rulesFired in the order of the rules
/// @param decidedAt absent in a preview
record VerdictView(
        @Nullable PaymentId paymentId,
        Outcome outcome,
        @Nullable RejectionReason reason,
        @Nullable AccountId debtorAccount,
        @Nullable AccountId creditorAccount,
        List<FiredRule> rulesFired,
        @Nullable Instant decidedAt) {

    enum Outcome {
        APPROVED,
        DECLINED
    }

    /// A rule that fired, and why.
    record FiredRule(String rule, String code, String detail) {

        static FiredRule of(Objection objection) {
            return new FiredRule(
                    objection.rule(), objection.reason().code(), objection.reason().detail());
        }
    }

    static VerdictView ofPreview(Verdict verdict) {
        return of(null, verdict, null);
    }

    static VerdictView of(Decision decision) {
        return of(decision.key().payment(), decision.verdict(), decision.at());
    }

    private static VerdictView of(
            @Nullable PaymentId payment, Verdict verdict, @Nullable Instant decidedAt) {
        return switch (verdict) {
            case Approved(var debtor, var creditor) ->
                    new VerdictView(
                            payment,
                            Outcome.APPROVED,
                            null,
                            debtor,
                            creditor,
                            List.of(),
                            decidedAt);
            case Declined declined ->
                    new VerdictView(
                            payment,
                            Outcome.DECLINED,
                            declined.reason(),
                            null,
                            null,
                            declined.objections().stream().map(FiredRule::of).toList(),
                            decidedAt);
        };
    }
}
