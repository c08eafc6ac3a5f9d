package io.paymentsengine.account.application;

import static io.paymentsengine.account.application.Desk.NED;
import static io.paymentsengine.account.application.Desk.NOW;
import static io.paymentsengine.account.application.Desk.STD;
import static io.paymentsengine.account.application.Desk.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.application.DepositMoney.Outcome;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Refusal;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.ids.Ids;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DepositMoneyTest {

    private final Desk desk = new Desk();
    private final AccountKey ann = desk.account(STD, 0);
    private final AccountKey bob = desk.account(STD, 0);

    @Test
    void its_entry_has_the_time_at_which_its_account_was_locked() {
        desk.waitForLocks(Duration.ofSeconds(8));

        desk.deposit(ann, 100, "");

        assertThat(desk.now(ann).lastEntryAt()).isEqualTo(Desk.NOW.plusSeconds(8));
    }

    @Test
    void money_comes_from_the_tenants_funding_account() {
        Outcome outcome = desk.deposit(ann, 60, "");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Deposited.class,
                        deposited -> {
                            assertThat(deposited.line().entry().account()).isEqualTo(ann);
                            assertThat(deposited.line().entry().amount()).isEqualTo(eur(60));
                            assertThat(deposited.line().at()).isEqualTo(NOW);
                        });
        assertThat(desk.now(ann).funds().balance()).isEqualTo(eur(60));
        assertThat(funding().funds().balance()).isEqualTo(eur(-60));
        assertThat(desk.counted()).isEqualTo(1);
    }

    @Test
    void a_tenant_has_one_funding_account_of_a_currency() {
        desk.deposit(ann, 60, "");
        desk.deposit(bob, 40, "");

        assertThat(funding().funds().balance()).isEqualTo(eur(-100));
    }

    @Test
    void a_repeat_is_the_first_one() {
        Outcome.Deposited first = (Outcome.Deposited) desk.deposit(ann, 60, "key");

        assertThat(desk.deposit(ann, 60, "key")).isEqualTo(new Outcome.Repeated(first.line()));
        assertThat(desk.now(ann).funds().balance()).isEqualTo(eur(60));
    }

    @Test
    void a_key_belongs_to_one_deposit() {
        desk.deposit(ann, 60, "key");

        assertThat(desk.deposit(ann, 61, "key")).isEqualTo(new Outcome.KeyTaken());
        assertThat(desk.deposit(bob, 60, "key")).isEqualTo(new Outcome.KeyTaken());
        assertThat(desk.deposit(bob, 60, "other")).isInstanceOf(Outcome.Deposited.class);
    }

    @Test
    void money_goes_to_customers_accounts_of_the_tenant_only() {
        desk.deposit(ann, 60, "");
        Outcome unknown = new Outcome.Refused(Refusal.ACCOUNT_UNKNOWN);

        assertThat(desk.deposit(funding().key(), 1, "")).isEqualTo(unknown);
        assertThat(desk.deposit(new AccountKey(NED, ann.id()), 1, "")).isEqualTo(unknown);
        assertThat(desk.deposit(new AccountKey(STD, new AccountId(Ids.next())), 1, ""))
                .isEqualTo(unknown);
    }

    @Test
    void what_an_account_does_not_take_is_refused() {
        desk.books.changeStatus(frozen(ann));

        assertThat(desk.deposit(ann, 60, ""))
                .isEqualTo(new Outcome.Refused(Refusal.ACCOUNT_FROZEN));
        assertThat(desk.counted()).isZero();
    }

    private Account frozen(AccountKey key) {
        return switch (desk.now(key).freeze()) {
            case Account.StatusChange.Changed(var account) -> account;
            case Account.StatusChange.Refused(var refusal) ->
                    throw new IllegalStateException(refusal.name());
        };
    }

    private Account funding() {
        return desk.books.findFunding(STD, eur(0).currency()).orElseThrow();
    }
}
