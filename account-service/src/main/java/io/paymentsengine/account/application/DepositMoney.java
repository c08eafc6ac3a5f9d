package io.paymentsengine.account.application;

import io.paymentsengine.account.application.Statements.Line;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.Ledger;
import io.paymentsengine.account.domain.Refusal;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deposits money into an account.
@Service
public class DepositMoney {

    private final Accounts accounts;
    private final Statements statements;
    private final Ledgers ledgers;
    private final TransferMeter meter;
    private final Clock clock;

    DepositMoney(
            Accounts accounts,
            Statements statements,
            Ledgers ledgers,
            TransferMeter meter,
            Clock clock) {
        this.accounts = accounts;
        this.statements = statements;
        this.ledgers = ledgers;
        this.meter = meter;
        this.clock = clock;
    }

    /// A requested deposit.
    ///
    /// @param amount greater than zero
    /// @param key identifies repeats of the request
    public record Deposit(AccountKey account, Money amount, Optional<String> key) {}

    /// The result of a deposit.
    public sealed interface Outcome {

        record Deposited(Line line) implements Outcome {}

        /// The deposit had been made before, and was not made again.
        record Repeated(Line line) implements Outcome {}

        /// The key belongs to another deposit.
        record KeyTaken() implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    @Transactional
    public Outcome deposit(Deposit deposit) {
        TenantId tenant = deposit.account().tenant();
        Optional<Statements.Deposited> earlier =
                deposit.key().flatMap(key -> statements.claim(tenant, key));
        return earlier.isPresent() ? again(deposit, earlier.get()) : first(deposit);
    }

    private Outcome again(Deposit deposit, Statements.Deposited earlier) {
        Optional<Line> line =
                statements
                        .find(deposit.account(), earlier)
                        .filter(found -> found.entry().amount().equals(deposit.amount()));
        return line.isPresent() ? new Outcome.Repeated(line.get()) : new Outcome.KeyTaken();
    }

    private Outcome first(Deposit deposit) {
        Optional<Account> account = accounts.find(deposit.account()).filter(Account::isCustomers);
        return account.isEmpty()
                ? new Outcome.Refused(Refusal.ACCOUNT_UNKNOWN)
                : first(deposit, account.get().funds().currency());
    }

    private Outcome first(Deposit deposit, Currency currency) {
        AccountKey funding = fundingOf(deposit.account().tenant(), currency);
        Books books = ledgers.open(Set.of(funding, deposit.account()), Set.of());
        // after the wait for locks, as for a batch of commands
        Instant now = clock.instant();
        Ledger ledger = new Ledger(books, now, Ids::next);
        Optional<Refusal> refusal =
                ledger.deposit(funding, deposit.account(), deposit.amount(), deposit.key());
        return refusal.isPresent()
                ? new Outcome.Refused(refusal.get())
                : book(ledger.changes(), now);
    }

    private Outcome book(Books.Changes changes, Instant now) {
        ledgers.write(changes, now);
        meter.count(changes.transfers());
        Transfer transfer = changes.transfers().getFirst();
        return new Outcome.Deposited(
                new Line(transfer.credit(), transfer.id(), Optional.empty(), transfer.at()));
    }

    /// If two transactions add the account at once, both find the same one.
    private AccountKey fundingOf(TenantId tenant, Currency currency) {
        Optional<Account> existing = accounts.findFunding(tenant, currency);
        if (existing.isEmpty()) {
            AccountKey key = new AccountKey(tenant, new AccountId(Ids.next()));
            accounts.add(Account.funding(key, currency, clock.instant()));
            existing = accounts.findFunding(tenant, currency);
        }
        return existing.orElseThrow().key();
    }
}
