package io.paymentsengine.account.domain;

import static io.paymentsengine.account.domain.TestAccounts.account;
import static io.paymentsengine.account.domain.TestAccounts.eur;
import static io.paymentsengine.account.domain.TestAccounts.payment;
import static io.paymentsengine.account.domain.TestAccounts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.domain.Account.Status;
import io.paymentsengine.account.domain.Outcome.Released;
import io.paymentsengine.account.domain.Outcome.Reserved;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest extends LedgerCase {

    private final Ledger ledger = ledger(account(ANN, 100), account(BOB, 0));

    @Test
    void sets_an_amount_aside_once() {
        assertThat(ledger.reserve(PAYMENT, ANN, eur(60))).isEqualTo(new Reserved());
        assertThat(ledger.reserve(PAYMENT, ANN, eur(60))).isEqualTo(new Reserved());
        assertThat(ledger.reserve(OTHER, ANN, eur(40))).isEqualTo(new Reserved());

        assertThat(ledger.changes().opened()).hasSize(2);
        assertThat(ledger.changes().moved()).isEmpty();
    }

    @Test
    void refuses_what_is_not_there_and_remembers_it() {
        assertRefused(ledger.reserve(PAYMENT, ANN, eur(101)), Refusal.INSUFFICIENT_FUNDS);
        assertThat(ledger.reserve(OTHER, ANN, eur(100))).isEqualTo(new Reserved());
        assertThat(ledger.release(OTHER, ANN)).isEqualTo(new Released());

        assertRefused(ledger.reserve(PAYMENT, ANN, eur(101)), Refusal.INSUFFICIENT_FUNDS);
    }

    @ParameterizedTest
    @CsvSource({"FROZEN, ACCOUNT_FROZEN", "CLOSED, ACCOUNT_CLOSED"})
    void reserves_on_open_accounts_only(Status status, Refusal refusal) {
        Ledger ledger = ledger(with(status, account(ANN, 100)));

        assertRefused(ledger.reserve(PAYMENT, ANN, eur(1)), refusal);
    }

    @Test
    void reserves_on_customers_accounts_of_the_tenant_and_the_currency_only() {
        Ledger ledger = ledger(account(ANN, 100), FUNDING);
        PaymentKey foreign = new PaymentKey(new TenantId("NED-001"), PAYMENT.id());

        assertRefused(ledger.reserve(payment(1), NOBODY, eur(1)), Refusal.ACCOUNT_UNKNOWN);
        assertRefused(
                ledger.reserve(payment(2), FUNDING.key().id(), eur(1)), Refusal.ACCOUNT_UNKNOWN);
        assertRefused(
                ledger.reserve(payment(3), ANN, Money.of(1, "USD")), Refusal.CURRENCY_MISMATCH);
        assertRefused(ledger.reserve(foreign, ANN, eur(1)), Refusal.ACCOUNT_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void takes_an_amount_of_nothing_or_less_for_senseless(long amount) {
        assertSenseless(ledger.reserve(PAYMENT, ANN, eur(amount)), "amount-not-positive");
        assertNothingChanged(ledger);
    }

    @Test
    void a_refused_reservation_can_be_neither_settled_nor_lost() {
        ledger.reserve(PAYMENT, ANN, eur(101));

        assertNotSettled(ledger.settle(PAYMENT, ANN, BOB), Refusal.RESERVATION_MISSING);
        assertThat(ledger.release(PAYMENT, ANN)).isEqualTo(new Released());
        assertRefused(ledger.reserve(PAYMENT, ANN, eur(101)), Refusal.INSUFFICIENT_FUNDS);
    }

    @Test
    void a_release_gives_back_once() {
        ledger.reserve(PAYMENT, ANN, eur(100));

        assertThat(ledger.release(PAYMENT, ANN)).isEqualTo(new Released());
        assertThat(ledger.release(PAYMENT, ANN)).isEqualTo(new Released());

        assertThat(ledger.reserve(OTHER, ANN, eur(100))).isEqualTo(new Reserved());
        assertRefused(ledger.reserve(payment(3), ANN, eur(1)), Refusal.INSUFFICIENT_FUNDS);
    }

    @Test
    void a_release_that_comes_first_bars_the_reservation() {
        assertThat(ledger.release(PAYMENT, ANN)).isEqualTo(new Released());
        assertThat(ledger.release(PAYMENT, ANN)).isEqualTo(new Released());

        assertRefused(ledger.reserve(PAYMENT, ANN, eur(1)), Refusal.PAYMENT_RELEASED);
        assertRefused(ledger.reserve(PAYMENT, ANN, eur(1)), Refusal.PAYMENT_RELEASED);
    }

    @Test
    void a_repeat_after_the_end_gets_the_first_answer() {
        ledger.reserve(PAYMENT, ANN, eur(10));
        ledger.settle(PAYMENT, ANN, BOB);
        ledger.reserve(OTHER, ANN, eur(10));
        ledger.release(OTHER, ANN);

        assertThat(ledger.reserve(PAYMENT, ANN, eur(10))).isEqualTo(new Reserved());
        assertThat(ledger.reserve(OTHER, ANN, eur(10))).isEqualTo(new Reserved());
        assertNotSettled(ledger.settle(OTHER, ANN, BOB), Refusal.RESERVATION_MISSING);
    }

    @Test
    void a_command_that_contradicts_an_earlier_one_is_senseless() {
        ledger.reserve(PAYMENT, ANN, eur(10));

        assertSenseless(ledger.reserve(PAYMENT, ANN, eur(11)), "payment-differs");
        assertSenseless(ledger.reserve(PAYMENT, BOB, eur(10)), "payment-differs");
        assertSenseless(ledger.settle(PAYMENT, BOB, ANN), "payment-differs");
        assertSenseless(ledger.release(PAYMENT, BOB), "payment-differs");
        ledger.settle(PAYMENT, ANN, BOB);
        assertSenseless(ledger.settle(PAYMENT, ANN, NOBODY), "payment-differs");
    }
}
