package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Iban;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The rules, in order of precedence: screening first, whatever else is wrong, then problems with the accounts,
/// then with the amount, and finally with recent payments.
public final class Rules {

    /// Rules that do not depend on other payments.
    private static final List<Rule> ALONE =
            List.of(
                    new Rule("screening-clear", Rules::screening),
                    new Rule("iban-valid", Rules::iban),
                    new Rule("accounts-known", Rules::known),
                    new Rule("accounts-differ", Rules::differ),
                    new Rule("accounts-usable", Rules::usable),
                    new Rule("currency-allowed", Rules::currencyAllowed),
                    new Rule("currencies-match", Rules::currenciesMatch),
                    new Rule("amount-positive", Rules::positive),
                    new Rule("amount-within-limit", Rules::withinLimit));

    /// Rules that depend on other payments.
    private static final List<Rule> AMID_OTHERS =
            List.of(
                    new Rule("velocity-of-account", Rules::velocityOfAccount),
                    new Rule("velocity-of-tenant", Rules::velocityOfTenant),
                    new Rule("no-duplicate", Rules::noDuplicate));

    public static final List<Rule> ALL =
            Stream.of(ALONE, AMID_OTHERS).flatMap(List::stream).toList();

    private Rules() {}

    /// Returns the objections that do not depend on other payments. Rules that depend on them are not applied.
    public static List<Objection> objectionsTo(Facts alone) {
        return heard(ALONE, alone).toList();
    }

    /// Decides whether the payment may be made. Every rule is applied, so that a decision shows all objections
    /// to the payment.
    ///
    /// @param alone the [objections][#objectionsTo] to the same payment, which are not determined again
    public static Verdict judge(Facts facts, List<Objection> alone) {
        List<Objection> objections =
                Stream.concat(alone.stream(), heard(AMID_OTHERS, facts)).toList();
        return objections.isEmpty()
                ? new Verdict.Approved(
                        facts.debtor().orElseThrow().id(), facts.creditor().orElseThrow().id())
                : new Verdict.Declined(objections);
    }

    private static Stream<Objection> heard(List<Rule> rules, Facts facts) {
        return rules.stream().flatMap(rule -> rule.examine(facts).stream());
    }

    /// The reason does not say what was found, because nobody must learn this way that they are on a list.
    private static Optional<RejectionReason> screening(Facts facts) {
        return facts.screening().hits(facts.payment(), facts.accounts())
                ? reason("REVIEW_REQUIRED", "The payment can't be made without a review.")
                : Optional.empty();
    }

    private static Optional<RejectionReason> iban(Facts facts) {
        return references(facts)
                .filter(AccountReference::isIban)
                .filter(Predicate.not(reference -> Iban.isValid(reference.value())))
                .findFirst()
                .flatMap(
                        wrong ->
                                reason(
                                        "IBAN_INVALID",
                                        "%s is not a valid IBAN: its length or its check digits are wrong."
                                                .formatted(wrong)));
    }

    private static Optional<RejectionReason> known(Facts facts) {
        if (facts.debtor().isEmpty()) {
            return unknown("debtor", facts.payment().debtor());
        }
        return facts.creditor().isEmpty()
                ? unknown("creditor", facts.payment().creditor())
                : Optional.empty();
    }

    private static Optional<RejectionReason> differ(Facts facts) {
        boolean named = facts.payment().debtor().equals(facts.payment().creditor());
        boolean resolved =
                facts.accounts().map(Account::id).distinct().count() < facts.accounts().count();
        return named || resolved
                ? reason("SAME_ACCOUNT", "Debtor and creditor are the same account.")
                : Optional.empty();
    }

    private static Optional<RejectionReason> usable(Facts facts) {
        return facts.accounts().flatMap(account -> blocked(account).stream()).findFirst();
    }

    private static Optional<RejectionReason> currencyAllowed(Facts facts) {
        Money amount = facts.payment().amount();
        return facts.limits().largestIn(amount.currency()).isPresent()
                ? Optional.empty()
                : reason(
                        "CURRENCY_NOT_ALLOWED",
                        "The tenant's limits have no payments in %s.".formatted(amount.currency()));
    }

    private static Optional<RejectionReason> currenciesMatch(Facts facts) {
        Money amount = facts.payment().amount();
        return facts.accounts()
                .filter(account -> !account.currency().equals(amount.currency()))
                .findFirst()
                .flatMap(
                        other ->
                                reason(
                                        "CURRENCY_MISMATCH",
                                        "Account %s is kept in %s, the payment is in %s."
                                                .formatted(
                                                        other.id(),
                                                        other.currency(),
                                                        amount.currency())));
    }

    private static Optional<RejectionReason> positive(Facts facts) {
        return facts.payment().amount().isPositive()
                ? Optional.empty()
                : reason("AMOUNT_NOT_POSITIVE", "The amount must be greater than zero.");
    }

    private static Optional<RejectionReason> withinLimit(Facts facts) {
        Money amount = facts.payment().amount();
        return facts.limits()
                .largestIn(amount.currency())
                .filter(largest -> amount.compareTo(largest) > 0)
                .flatMap(
                        largest ->
                                reason(
                                        "AMOUNT_OVER_LIMIT",
                                        "%s is more than the tenant's limit of %s for one payment."
                                                .formatted(amount, largest)));
    }

    private static Optional<RejectionReason> velocityOfAccount(Facts facts) {
        return velocity(
                "The debtor account",
                facts.activity().ofAccount(),
                facts.limits().paymentsPerMinuteAndAccount());
    }

    private static Optional<RejectionReason> velocityOfTenant(Facts facts) {
        return velocity(
                "The tenant", facts.activity().ofTenant(), facts.limits().paymentsPerMinute());
    }

    private static Optional<RejectionReason> noDuplicate(Facts facts) {
        return facts.activity()
                .duplicate()
                .flatMap(
                        duplicate ->
                                reason(
                                        "DUPLICATE_SUSPECTED",
                                        "Payment %s has the same accounts, amount and reference."
                                                .formatted(duplicate)));
    }

    private static Optional<RejectionReason> velocity(String whose, long before, int limit) {
        return before < limit
                ? Optional.empty()
                : reason(
                        "VELOCITY_EXCEEDED",
                        "%s has made its %d payments of this minute.".formatted(whose, limit));
    }

    private static Optional<RejectionReason> unknown(String role, AccountReference reference) {
        return reason(
                "ACCOUNT_UNKNOWN",
                "The tenant has no account %s, the %s.".formatted(reference, role));
    }

    private static Optional<RejectionReason> blocked(Account account) {
        return switch (account.status()) {
            case OPEN -> Optional.empty();
            case FROZEN ->
                    reason("ACCOUNT_FROZEN", "Account %s is frozen.".formatted(account.id()));
            case CLOSED ->
                    reason("ACCOUNT_CLOSED", "Account %s is closed.".formatted(account.id()));
        };
    }

    private static Stream<AccountReference> references(Facts facts) {
        return Stream.of(facts.payment().debtor(), facts.payment().creditor());
    }

    private static Optional<RejectionReason> reason(String code, String detail) {
        return Optional.of(new RejectionReason(code, detail));
    }
}
