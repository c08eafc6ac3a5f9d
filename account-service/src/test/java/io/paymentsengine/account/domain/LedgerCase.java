package io.paymentsengine.account.domain;

import static io.paymentsengine.account.domain.TestAccounts.OPENED;
import static io.paymentsengine.account.domain.TestAccounts.TENANT;
import static io.paymentsengine.account.domain.TestAccounts.account;
import static io.paymentsengine.account.domain.TestAccounts.accountId;
import static io.paymentsengine.account.domain.TestAccounts.eur;
import static io.paymentsengine.account.domain.TestAccounts.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.domain.Outcome.ReservationRefused;
import io.paymentsengine.account.domain.Outcome.Senseless;
import io.paymentsengine.account.domain.Outcome.SettlementRefused;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ObjectAssert;

/// Two customers, the tenant, and assertions about the ledger's answers.
abstract class LedgerCase {

    static final AccountId ANN = accountId(1);
    static final AccountId BOB = accountId(2);
    static final AccountId NOBODY = accountId(3);
    static final PaymentKey PAYMENT = payment(1);
    static final PaymentKey OTHER = payment(2);
    static final Instant NOW = OPENED.plusSeconds(60);
    static final Account FUNDING =
            Account.funding(new AccountKey(TENANT, accountId(9)), eur(0).currency(), OPENED);

    static AccountKey key(AccountId id) {
        return new AccountKey(TENANT, id);
    }

    static Ledger ledger(Account... accounts) {
        return ledger(List.of(), accounts);
    }

    static Ledger ledger(List<Reservation> reservations, Account... accounts) {
        return new Ledger(new Books(List.of(accounts), reservations), NOW, UUID::randomUUID);
    }

    static void assertNothingChanged(Ledger ledger) {
        assertThat(ledger.changes()).isEqualTo(new Books.Changes(List.of(), List.of(), List.of()));
    }

    static void assertRefused(Outcome outcome, Refusal refusal) {
        code(assertThat(outcome).isInstanceOf(ReservationRefused.class), refusal);
    }

    static void assertNotSettled(Outcome outcome, Refusal refusal) {
        code(assertThat(outcome).isInstanceOf(SettlementRefused.class), refusal);
    }

    static void code(ObjectAssert<Outcome> outcome, Refusal refusal) {
        outcome.extracting("reason.code").isEqualTo(refusal.name());
    }

    static void assertSenseless(Outcome outcome, String reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Senseless.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    static void assertEntry(
            Entry entry, AccountId account, long sequence, long amount, long balanceAfter) {
        assertThat(entry.account().id()).isEqualTo(account);
        assertThat(entry.sequence()).isEqualTo(sequence);
        assertThat(entry.amount()).isEqualTo(eur(amount));
        assertThat(entry.balanceAfter()).isEqualTo(eur(balanceAfter));
    }
}
