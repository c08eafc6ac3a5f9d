package io.paymentsengine.validation.application;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.RecentPayments.Observed;
import io.paymentsengine.validation.domain.Account;
import io.paymentsengine.validation.domain.Facts;
import io.paymentsengine.validation.domain.Objection;
import io.paymentsengine.validation.domain.Payment;
import io.paymentsengine.validation.domain.RecentActivity;
import io.paymentsengine.validation.domain.Rules;
import io.paymentsengine.validation.domain.ScreeningList;
import io.paymentsengine.validation.domain.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Gathers the facts about payments, each kind once for all of them, and applies the rules.
@Component
class Assessment {

    /// The purpose of an assessment.
    enum Purpose {
        /// The result counts: later payments see this one.
        DECISION,
        /// The result is only for information: nothing is left behind.
        PREVIEW
    }

    private final ReadLimits limits;
    private final Accounts accounts;
    private final RecentPayments recent;
    private final ScreeningList screening;

    Assessment(
            ReadLimits limits, Accounts accounts, RecentPayments recent, ScreeningList screening) {
        this.limits = limits;
        this.accounts = accounts;
        this.recent = recent;
        this.screening = screening;
    }

    /// Returns the verdicts, in the order of the payments. Payments whose tenant account-service does not know
    /// have none.
    Map<Payment, Verdict> assess(List<Payment> payments, Purpose purpose) {
        List<Heard> alone = alone(payments).stream().map(Heard::of).toList();
        List<RecentActivity> activity =
                recent.before(alone.stream().map(heard -> heard.observed(purpose)).toList());
        Map<Payment, Verdict> verdicts = new LinkedHashMap<>();
        for (int at = 0; at < alone.size(); at++) {
            Heard heard = alone.get(at);
            verdicts.put(heard.facts().payment(), heard.amid(activity.get(at)));
        }
        return verdicts;
    }

    /// A payment with the objections to it that do not depend on other payments.
    private record Heard(Facts facts, List<Objection> objections) {

        static Heard of(Facts alone) {
            return new Heard(alone, Rules.objectionsTo(alone));
        }

        /// A payment that is declined regardless of others is never made, so it does not count as activity
        /// either.
        Observed observed(Purpose purpose) {
            return new Observed(
                    facts,
                    switch (purpose) {
                        case DECISION -> objections.isEmpty();
                        case PREVIEW -> false;
                    });
        }

        Verdict amid(RecentActivity others) {
            return Rules.judge(facts.amid(others), objections);
        }
    }

    private List<Facts> alone(List<Payment> payments) {
        Map<TenantId, TenantLimits> limitsByTenant =
                limits.of(payments.stream().map(Payment::tenant).collect(Collectors.toSet()));
        Accounts.Known known =
                accounts.find(
                        payments.stream()
                                .flatMap(each -> Stream.of(debtor(each), creditor(each)))
                                .collect(Collectors.toSet()));
        return payments.stream()
                .filter(each -> !known.strangers().contains(each.tenant()))
                .map(each -> alone(each, limitsByTenant, known.accounts()))
                .toList();
    }

    private Facts alone(
            Payment payment,
            Map<TenantId, TenantLimits> limitsByTenant,
            Map<Accounts.Key, Account> known) {
        return new Facts(
                payment,
                requireNonNull(limitsByTenant.get(payment.tenant())).limits(),
                Optional.ofNullable(known.get(debtor(payment))),
                Optional.ofNullable(known.get(creditor(payment))),
                screening,
                RecentActivity.NONE);
    }

    private static Accounts.Key debtor(Payment payment) {
        return new Accounts.Key(payment.tenant(), payment.debtor());
    }

    private static Accounts.Key creditor(Payment payment) {
        return new Accounts.Key(payment.tenant(), payment.creditor());
    }
}
