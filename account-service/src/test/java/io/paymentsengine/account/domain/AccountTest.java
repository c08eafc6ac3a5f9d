package io.paymentsengine.account.domain;

import static io.paymentsengine.account.domain.TestAccounts.account;
import static io.paymentsengine.account.domain.TestAccounts.accountId;
import static io.paymentsengine.account.domain.TestAccounts.eur;
import static io.paymentsengine.account.domain.TestAccounts.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.account.domain.Account.StatusChange;
import io.paymentsengine.account.domain.Account.StatusChange.Changed;
import io.paymentsengine.account.domain.Account.StatusChange.Refused;
import io.paymentsengine.contracts.vocabulary.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final long MAX = Funds.MINOR_UNITS_MAX;

    @ParameterizedTest
    @CsvSource({
        // balance, limit, reserved, amount, refused
        "100,   0,   0, 100, false",
        "100,   0,   0, 101, true",
        "100,   0,  60,  40, false",
        "100,   0,  60,  41, true",
        "  0,   0,   0,   1, true",
        "  0,  50,   0,  50, false",
        "  0,  50,   0,  51, true",
        "-30,  50,   0,  20, false",
        "-30,  50,   0,  21, true",
        "100,  50, 150,   1, true",
        "  0, " + MAX + ", 0, " + MAX + ", false",
        "  0, " + MAX + ", 0, " + Long.MAX_VALUE + ", true",
    })
    void pays_what_is_there_and_what_its_limit_allows(
            long balance, long limit, long reserved, long amount, boolean refused) {
        Account account = account(accountId(1), 0, limit);
        account = account.book(eur(balance), account.lastEntryAt()).hold(eur(reserved));

        assertThat(account.objectionToPaying(eur(amount)))
                .isEqualTo(refused ? Optional.of(Refusal.INSUFFICIENT_FUNDS) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        MAX + ", 1, true",
        (MAX - 1) + ", 1, false",
        "0, " + MAX + ", false",
        "0, " + Long.MAX_VALUE + ", true",
    })
    void receives_until_it_is_full(long balance, long amount, boolean refused) {
        assertThat(account(accountId(1), balance).objectionToReceiving(eur(amount)))
                .isEqualTo(refused ? Optional.of(Refusal.BALANCE_TOO_LARGE) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"FROZEN, ACCOUNT_FROZEN", "CLOSED, ACCOUNT_CLOSED"})
    void neither_pays_nor_receives_unless_it_is_open(Status status, Refusal refusal) {
        Account account = with(status, account(accountId(1), 100));

        assertThat(account.objectionToPaying(eur(1))).contains(refusal);
        assertThat(account.objectionToReceiving(eur(1))).contains(refusal);
    }

    @Test
    void knows_one_currency() {
        Account account = account(accountId(1), 100);

        assertThat(account.objectionToPaying(Money.of(1, "USD")))
                .contains(Refusal.CURRENCY_MISMATCH);
        assertThat(account.objectionToReceiving(Money.of(1, "USD")))
                .contains(Refusal.CURRENCY_MISMATCH);
    }

    @Test
    void can_not_be_brought_below_its_limit() {
        Account account = account(accountId(1), 100);

        assertThatIllegalStateException().isThrownBy(() -> account.hold(eur(101)));
        assertThatIllegalStateException().isThrownBy(() -> account.free(eur(1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> account.book(eur(-101), account.lastEntryAt()));
    }

    @Test
    void has_less_available_than_its_balance_while_something_is_reserved() {
        Funds funds = account(accountId(1), 100, 50).hold(eur(120)).funds();

        assertThat(funds.available()).isEqualTo(eur(-20));
        assertThat(funds.balance()).isEqualTo(eur(100));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, MAX + 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void is_not_opened_with_an_impossible_limit(long limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> account(accountId(1), 0, limit));
    }

    @Test
    void is_frozen_and_unfrozen_as_often_as_one_likes() {
        Account open = account(accountId(1), 100);
        Account frozen = with(Status.FROZEN, open);

        assertThat(open.freeze()).isEqualTo(new Changed(frozen));
        assertThat(frozen.freeze()).isEqualTo(new Changed(frozen));
        assertThat(frozen.unfreeze()).isEqualTo(new Changed(open));
        assertThat(open.unfreeze()).isEqualTo(new Changed(open));
    }

    @ParameterizedTest
    @EnumSource
    void is_closed_for_ever_when_nothing_is_left(Status before) {
        Account closed = with(Status.CLOSED, account(accountId(1), 0));
        StatusChange refused = new Refused(Refusal.ACCOUNT_CLOSED);

        assertThat(with(before, closed).close()).isEqualTo(new Changed(closed));
        assertThat(closed.freeze()).isEqualTo(refused);
        assertThat(closed.unfreeze()).isEqualTo(refused);
    }

    @Test
    void stays_open_while_something_is_left() {
        StatusChange refused = new Refused(Refusal.ACCOUNT_NOT_EMPTY);

        assertThat(account(accountId(1), 1).close()).isEqualTo(refused);
        assertThat(account(accountId(1), -1, 1).close()).isEqualTo(refused);
        assertThat(account(accountId(1), 0, 1).hold(eur(1)).close()).isEqualTo(refused);
    }
}
