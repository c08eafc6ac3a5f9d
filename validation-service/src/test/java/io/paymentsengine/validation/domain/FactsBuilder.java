package io.paymentsengine.validation.domain;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Builds a payment that no rule objects to, until something about it is changed.
final class FactsBuilder {

    static final TenantId TENANT = new TenantId("STD-001");

    private AccountReference debtorReference = AccountReference.to(new AccountId(Ids.next()));
    private AccountReference creditorReference = AccountReference.to(new AccountId(Ids.next()));
    private Optional<Account> debtor = Optional.of(account("EUR"));
    private Optional<Account> creditor = Optional.of(account("EUR"));
    private Money amount = Money.of(10_000, "EUR");
    private String reference = "Invoice 4711";
    private Limits limits = limits(10_000, 3, 5);
    private List<String> screening = List.of();
    private RecentActivity activity = RecentActivity.NONE;

    static Account account(String currency) {
        return account(currency, Account.Status.OPEN);
    }

    static Account account(String currency, Account.Status status) {
        return new Account(
                new AccountId(Ids.next()), Optional.empty(), status, Money.currencyOf(currency));
    }

    static Account account(String currency, AccountReference iban, Account.Status status) {
        return new Account(
                new AccountId(Ids.next()), Optional.of(iban), status, Money.currencyOf(currency));
    }

    /// Limits for payments in EUR and JPY, with the same maximum in minor units.
    static Limits limits(long largest, int ofAccount, int ofTenant) {
        return new Limits(
                Stream.of(Money.of(largest, "EUR"), Money.of(largest, "JPY"))
                        .collect(toMap(Money::currency, identity())),
                ofAccount,
                ofTenant);
    }

    FactsBuilder debtor(Account account) {
        debtor = Optional.of(account);
        return this;
    }

    FactsBuilder creditor(Account account) {
        creditor = Optional.of(account);
        return this;
    }

    FactsBuilder noDebtor() {
        debtor = Optional.empty();
        return this;
    }

    FactsBuilder noCreditor() {
        creditor = Optional.empty();
        return this;
    }

    FactsBuilder from(String account) {
        debtorReference = new AccountReference(account);
        return this;
    }

    FactsBuilder to(String account) {
        creditorReference = new AccountReference(account);
        return this;
    }

    FactsBuilder amount(Money money) {
        amount = money;
        return this;
    }

    FactsBuilder reference(String text) {
        reference = text;
        return this;
    }

    FactsBuilder screening(String... entries) {
        screening = List.of(entries);
        return this;
    }

    FactsBuilder activity(long ofAccount, long ofTenant) {
        activity = new RecentActivity(ofAccount, ofTenant, Optional.empty());
        return this;
    }

    FactsBuilder duplicate(PaymentId duplicate) {
        activity = new RecentActivity(0, 0, Optional.of(duplicate));
        return this;
    }

    FactsBuilder nothingAllowed() {
        limits = new Limits(Map.of(), 1, 1);
        return this;
    }

    Facts build() {
        Payment payment =
                new Payment(
                        TENANT,
                        new PaymentId(Ids.next()),
                        debtorReference,
                        creditorReference,
                        amount,
                        reference,
                        Instant.EPOCH);
        return new Facts(payment, limits, debtor, creditor, new ScreeningList(screening), activity);
    }
}
