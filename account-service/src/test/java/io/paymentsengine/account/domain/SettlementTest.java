package io.paymentsengine.account.domain;

import static io.paymentsengine.account.domain.TestAccounts.OPENED;
import static io.paymentsengine.account.domain.TestAccounts.TENANT;
import static io.paymentsengine.account.domain.TestAccounts.account;
import static io.paymentsengine.account.domain.TestAccounts.eur;
import static io.paymentsengine.account.domain.TestAccounts.payment;
import static io.paymentsengine.account.domain.TestAccounts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.account.domain.Outcome.Released;
import io.paymentsengine.account.domain.Outcome.Reserved;
import io.paymentsengine.account.domain.Outcome.Settled;
import io.paymentsengine.contracts.vocabulary.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest extends LedgerCase {

    private final Ledger ledger = ledger(account(ANN, 100), account(BOB, 0));

    @Test
    void settles_once_with_an_entry_on_each_side() {
        ledger.reserve(PAYMENT, ANN, eur(60));

        assertThat(ledger.settle(PAYMENT, ANN, BOB)).isEqualTo(new Settled());
        assertThat(ledger.settle(PAYMENT, ANN, BOB)).isEqualTo(new Settled());

        assertThat(ledger.changes().transfers())
                .singleElement()
                .satisfies(
                        transfer -> {
                            assertThat(transfer.id()).isEqualTo(PAYMENT.id().value());
                            assertThat(transfer.at()).isEqualTo(NOW);
                            assertEntry(transfer.debit(), ANN, 2, -60, 40);
                            assertEntry(transfer.credit(), BOB, 1, 60, 60);
                        });
    }

    @Test
    void what_came_in_can_be_paid_within_the_same_batch() {
        ledger.reserve(PAYMENT, ANN, eur(60));
        ledger.settle(PAYMENT, ANN, BOB);

        assertThat(ledger.reserve(OTHER, BOB, eur(60))).isEqualTo(new Reserved());
        assertThat(ledger.settle(OTHER, BOB, ANN)).isEqualTo(new Settled());
        assertEntry(ledger.changes().transfers().getLast().credit(), ANN, 3, 60, 100);
    }

    @Test
    void freezing_the_debtor_does_not_break_a_promise() {
        Ledger later = ledger(List.of(held(60)), frozenAfterHolding(60), account(BOB, 0));

        assertThat(later.settle(PAYMENT, ANN, BOB)).isEqualTo(new Settled());
    }

    @ParameterizedTest
    @CsvSource({"FROZEN, ACCOUNT_FROZEN", "CLOSED, ACCOUNT_CLOSED"})
    void a_refused_settlement_stays_refused_and_keeps_the_reservation(
            Status status, Refusal refusal) {
        Ledger first = ledger(account(ANN, 100), with(status, account(BOB, 0)));
        first.reserve(PAYMENT, ANN, eur(60));
        assertNotSettled(first.settle(PAYMENT, ANN, BOB), refusal);
        assertNotSettled(first.settle(PAYMENT, ANN, BOB), refusal);

        Ledger later =
                ledger(
                        List.copyOf(first.changes().opened()),
                        account(ANN, 100).hold(eur(60)),
                        account(BOB, 0));
        assertNotSettled(later.settle(PAYMENT, ANN, BOB), refusal);
        assertThat(later.changes().transfers()).isEmpty();
        assertThat(later.release(PAYMENT, ANN)).isEqualTo(new Released());
        assertNotSettled(later.settle(PAYMENT, ANN, BOB), refusal);
    }

    @Test
    void settles_with_another_customers_account_of_the_currency_only() {
        Account dollars =
                Account.open(
                        new AccountKey(TENANT, BOB),
                        "Bob",
                        Optional.empty(),
                        Money.of(0, "USD"),
                        OPENED);
        Ledger ledger = ledger(account(ANN, 100), dollars, FUNDING);
        for (int each = 1; each <= 4; each++) {
            ledger.reserve(payment(each), ANN, eur(10));
        }

        assertNotSettled(ledger.settle(payment(1), ANN, NOBODY), Refusal.ACCOUNT_UNKNOWN);
        assertNotSettled(ledger.settle(payment(2), ANN, BOB), Refusal.CURRENCY_MISMATCH);
        assertNotSettled(ledger.settle(payment(3), ANN, ANN), Refusal.SAME_ACCOUNT);
        assertNotSettled(
                ledger.settle(payment(4), ANN, FUNDING.key().id()), Refusal.ACCOUNT_UNKNOWN);
    }

    @Test
    void does_not_fill_an_account_beyond_what_can_be_booked() {
        Ledger ledger = ledger(account(ANN, 100), account(BOB, Funds.MINOR_UNITS_MAX));
        ledger.reserve(PAYMENT, ANN, eur(1));

        assertNotSettled(ledger.settle(PAYMENT, ANN, BOB), Refusal.BALANCE_TOO_LARGE);
    }

    @Test
    void a_settlement_without_a_reservation_is_refused_for_ever() {
        assertNotSettled(ledger.settle(PAYMENT, ANN, BOB), Refusal.RESERVATION_MISSING);

        assertRefused(ledger.reserve(PAYMENT, ANN, eur(1)), Refusal.PAYMENT_RELEASED);
        assertNotSettled(ledger.settle(PAYMENT, ANN, BOB), Refusal.RESERVATION_MISSING);
    }

    @Test
    void money_that_has_moved_is_never_taken_back() {
        ledger.reserve(PAYMENT, ANN, eur(10));
        ledger.settle(PAYMENT, ANN, BOB);

        assertSenseless(ledger.release(PAYMENT, ANN), "payment-already-settled");
        assertThat(ledger.changes().transfers()).hasSize(1);
    }

    @Test
    void an_account_never_goes_back_in_time() {
        Instant ahead = NOW.plusSeconds(1);
        Ledger ledger = ledger(account(ANN, 100), account(BOB, 0).book(eur(1), ahead));
        ledger.reserve(PAYMENT, ANN, eur(10));
        ledger.settle(PAYMENT, ANN, BOB);

        assertThat(ledger.changes().transfers().getFirst().at()).isAfter(ahead);
    }

    /// However many batches it takes until the clock catches up with the account.
    @Test
    void what_is_booked_at_one_time_is_one_batchs() {
        Instant ahead = NOW.plusSeconds(1);
        Ledger ledger = ledger(account(ANN, 100), account(BOB, 0).book(eur(1), ahead));
        ledger.reserve(PAYMENT, ANN, eur(10));
        ledger.settle(PAYMENT, ANN, BOB);
        ledger.reserve(OTHER, ANN, eur(10));
        ledger.settle(OTHER, ANN, BOB);

        assertThat(ledger.changes().transfers())
                .extracting(Transfer::at)
                .containsExactly(ahead.plusMillis(1), ahead.plusMillis(1));
    }

    @Test
    void an_account_that_is_not_ahead_is_booked_at_the_time_there_is() {
        Ledger ledger = ledger(account(ANN, 100), account(BOB, 0).book(eur(1), NOW));
        ledger.reserve(PAYMENT, ANN, eur(10));
        ledger.settle(PAYMENT, ANN, BOB);

        assertThat(ledger.changes().transfers().getFirst().at()).isEqualTo(NOW);
    }

    private static Reservation held(long amount) {
        return new Reservation.Held(PAYMENT, ANN, eur(amount), Optional.empty());
    }

    private static Account frozenAfterHolding(long amount) {
        return with(Status.FROZEN, account(ANN, amount).hold(eur(amount)));
    }
}
