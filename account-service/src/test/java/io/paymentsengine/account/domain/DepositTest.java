package io.paymentsengine.account.domain;

import static io.paymentsengine.account.domain.TestAccounts.OPENED;
import static io.paymentsengine.account.domain.TestAccounts.account;
import static io.paymentsengine.account.domain.TestAccounts.eur;
import static io.paymentsengine.account.domain.TestAccounts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.domain.Account.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DepositTest extends LedgerCase {

    @Test
    void a_deposit_comes_from_the_funding_account() {
        Ledger ledger = ledger(account(ANN, 100), FUNDING);

        assertThat(ledger.deposit(FUNDING.key(), key(ANN), eur(25), Optional.of("k"))).isEmpty();

        Transfer transfer = ledger.changes().transfers().getFirst();
        assertEntry(transfer.debit(), FUNDING.key().id(), 1, -25, -25);
        assertEntry(transfer.credit(), ANN, 2, 25, 125);
    }

    @Test
    void a_deposit_goes_to_open_customers_accounts_only() {
        Ledger ledger = ledger(with(Status.FROZEN, account(ANN, 0)), FUNDING);

        assertThat(ledger.deposit(FUNDING.key(), key(ANN), eur(1), Optional.empty()))
                .contains(Refusal.ACCOUNT_FROZEN);
        assertThat(ledger.deposit(FUNDING.key(), FUNDING.key(), eur(1), Optional.empty()))
                .contains(Refusal.ACCOUNT_UNKNOWN);
        assertNothingChanged(ledger);
    }

    @Test
    void deposits_end_where_the_funding_account_can_book_no_more() {
        Account exhausted = FUNDING.book(eur(-Funds.MINOR_UNITS_MAX), OPENED);
        Ledger ledger = ledger(account(ANN, 0), exhausted);

        assertThat(ledger.deposit(FUNDING.key(), key(ANN), eur(1), Optional.empty()))
                .contains(Refusal.BALANCE_TOO_LARGE);
    }
}
