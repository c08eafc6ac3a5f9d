package io.paymentsengine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What validation caches about accounts, and what it must not.
class KnownAccountsIT extends OnRealStores {

    /// An entry of the list that comes with the service.
    private static final String LISTED_IBAN = "GI75NWBK000000007099453";

    private Wire wire;

    @BeforeEach
    void pick_up() {
        wire = new Wire(stores.bootstrapServers());
    }

    @AfterEach
    void hang_up() {
        wire.close();
    }

    @Test
    void accounts_are_asked_for_once_for_a_batch_and_then_remembered() {
        String debtor = accounts.open(STD);
        String creditor = accounts.open(STD);
        Command first = Command.of(STD, debtor, creditor);
        Command second = Command.of(STD, debtor, creditor);

        wire.send(first);
        wire.answerTo(first);
        wire.send(second);
        wire.answerTo(second);

        assertThat(accounts.questionsAbout(debtor)).hasSize(1);
        assertThat(accounts.questionsAbout(debtor).getFirst().tenant()).isEqualTo(STD);
    }

    /// A declined payment is not examined again, so it must not be declined for a status that is
    /// out of date.
    @Test
    void a_frozen_account_that_opens_is_open_for_the_next_payment() {
        String debtor = accounts.open(STD);
        String creditor = accounts.add(STD, new PaymentId(Ids.next()).toString(), "FROZEN", "EUR");
        Command first = Command.of(STD, debtor, creditor);
        wire.send(first);
        assertThat(wire.answerTo(first).outcome()).isEqualTo("ACCOUNT_FROZEN");

        accounts.add(STD, creditor, "OPEN", "EUR");
        Command second = first.another();
        wire.send(second);

        assertThat(wire.answerTo(second).outcome()).isEqualTo("APPROVED");
    }

    @Test
    void a_listed_iban_is_found_behind_the_id_of_its_account() {
        String creditor = accounts.open(STD);
        accounts.give(STD, creditor, LISTED_IBAN);
        Command command = Command.of(STD, accounts.open(STD), creditor);
        wire.send(command);
        assertThat(wire.answerTo(command).outcome()).isEqualTo("REVIEW_REQUIRED");

        Command remembered = command.another();
        wire.send(remembered);
        assertThat(wire.answerTo(remembered).outcome()).isEqualTo("REVIEW_REQUIRED");
    }
}
