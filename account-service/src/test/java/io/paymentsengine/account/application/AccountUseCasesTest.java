package io.paymentsengine.account.application;

import static io.paymentsengine.account.application.Desk.NED;
import static io.paymentsengine.account.application.Desk.NOW;
import static io.paymentsengine.account.application.Desk.OPENED;
import static io.paymentsengine.account.application.Desk.STD;
import static io.paymentsengine.account.application.Desk.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.application.ChangeAccount.Outcome;
import io.paymentsengine.account.application.FindBalance.Balance;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Refusal;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Iban;
import io.paymentsengine.platform.ids.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Opening, changing and showing accounts.
class AccountUseCasesTest {

    private final Desk desk = new Desk();
    private final MemoryBooks books = desk.books;
    private final AccountKey ann = desk.account(STD, 0);
    private final AccountKey stranger = new AccountKey(NED, ann.id());

    @Test
    void an_iban_names_one_account() {
        OpenAccount openAccount = new OpenAccount(books);
        Account first = withIban();

        assertThat(openAccount.open(first)).isEqualTo(new OpenAccount.Outcome.Opened(first));
        assertThat(openAccount.open(withIban())).isEqualTo(new OpenAccount.Outcome.IbanTaken());
        assertThat(books.find(first.key())).contains(first);
    }

    @Test
    void a_status_that_changes_is_kept() {
        assertThat(change(ann))
                .isInstanceOfSatisfying(
                        Outcome.Changed.class,
                        changed -> assertThat(changed.account()).isEqualTo(desk.now(ann)));
        assertThat(desk.now(ann).status()).isEqualTo(Status.FROZEN);
        assertThat(change(ann)).isEqualTo(new Outcome.Changed(desk.now(ann)));
    }

    @Test
    void an_account_that_refuses_stays_as_it_is() {
        desk.deposit(ann, 60, "");

        assertThat(new ChangeAccount(books).change(ann, Account::close))
                .isEqualTo(new Outcome.Refused(Refusal.ACCOUNT_NOT_EMPTY));
        assertThat(desk.now(ann).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void only_a_customers_account_of_the_tenant_is_changed() {
        desk.deposit(ann, 60, "");
        AccountKey funding = books.findFunding(STD, eur(0).currency()).orElseThrow().key();

        assertThat(change(funding)).isEqualTo(new Outcome.Unknown());
        assertThat(change(stranger)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void an_account_is_shown_to_its_tenant() {
        AccountReference reference = AccountReference.to(ann.id());
        Directory.Filter all =
                new Directory.Filter(Account.Kind.CUSTOMER, Optional.empty(), Optional.empty());

        assertThat(new FindAccount(books).find(ann)).contains(desk.now(ann));
        assertThat(new FindAccount(books).find(stranger)).isEmpty();
        assertThat(new ListAccounts(books).list(STD, all, Optional.empty(), 10))
                .containsExactly(desk.now(ann));
        assertThat(new LookUpAccounts(books).lookUp(STD, List.of(reference)))
                .containsExactly(new Directory.Listing(reference, desk.now(ann)));
    }

    @Test
    void its_entries_and_balance_are_shown_to_its_tenant() {
        Statements.Range all =
                new Statements.Range(Optional.empty(), Optional.empty(), Optional.empty());
        desk.deposit(ann, 60, "");
        FindBalance findBalance = findBalanceAt(NOW);
        ListEntries listEntries = new ListEntries(books, books);

        assertThat(listEntries.list(ann, all, 10).orElseThrow()).hasSize(1);
        assertThat(listEntries.list(stranger, all, 10)).isEmpty();
        assertThat(findBalance.find(ann, Optional.of(NOW))).contains(new Balance(eur(60), NOW));
        assertThat(findBalance.find(ann, Optional.of(OPENED)))
                .contains(new Balance(eur(0), OPENED));
        assertThat(findBalance.find(stranger, Optional.of(NOW))).isEmpty();
        assertThat(findBalance.find(stranger, Optional.empty())).isEmpty();
    }

    @Test
    void a_balance_of_no_time_has_all_that_is_booked_whatever_the_clock_says() {
        desk.deposit(ann, 60, "");
        Instant later = NOW.plusSeconds(1);

        assertThat(findBalanceAt(later).find(ann, Optional.empty()))
                .contains(new Balance(eur(60), later));
        assertThat(findBalanceAt(OPENED).find(ann, Optional.empty()))
                .contains(new Balance(eur(60), NOW));
    }

    private FindBalance findBalanceAt(Instant now) {
        return new FindBalance(books, books, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Outcome change(AccountKey key) {
        return new ChangeAccount(books).change(key, Account::freeze);
    }

    private static Account withIban() {
        return Account.open(
                new AccountKey(STD, new AccountId(Ids.next())),
                "Somebody",
                Optional.of(new Iban("NL91ABNA0417164300")),
                eur(0),
                OPENED);
    }
}
