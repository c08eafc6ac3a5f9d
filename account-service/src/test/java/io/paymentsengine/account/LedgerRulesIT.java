package io.paymentsengine.account;

import static io.paymentsengine.account.LedgerSql.entries;
import static io.paymentsengine.account.LedgerSql.entry;
import static io.paymentsengine.account.LedgerSql.hold;
import static io.paymentsengine.account.LedgerSql.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.ids.Ids;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database allows, tested in plain SQL with the application's role and the tables' owner.
class LedgerRulesIT extends OnRealStores {

    private PlainSql application;
    private PlainSql owner;
    private AccountId ann;
    private AccountId bob;

    @BeforeEach
    void open_accounts() {
        application = new PlainSql(stores.database("accounts").asApplication(), "*");
        owner = new PlainSql(stores.database("accounts").asOwner(), "*");
        ann = rest(STD).openWith("1.00");
        bob = rest(STD).openWith("1.00");
        rest(NED).openWith("1.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE account SET balance = balance + 1",
                "UPDATE account SET reserved = 0",
                "UPDATE account SET overdraft_limit = 1000",
                "UPDATE account SET tenant_id = 'NED-001'",
                "DELETE FROM account",
                "UPDATE reservation SET amount = 1",
                "DELETE FROM reservation",
                "UPDATE transfer SET at = now()",
                "DELETE FROM transfer",
                "UPDATE entry SET amount = 0",
                "DELETE FROM entry",
                "TRUNCATE entry",
                "ALTER TABLE entry DISABLE TRIGGER ALL",
                "ALTER TABLE entry DISABLE ROW LEVEL SECURITY",
                "INSERT INTO account (tenant_id, id, kind, currency, name, status, overdraft_limit,"
                        + " last_entry_at, created_at, balance) VALUES ('STD-001',"
                        + " gen_random_uuid(), 'CUSTOMER', 'EUR', 'Rich', 'OPEN', 0, now(), now(),"
                        + " 100)"
            })
    void the_application_can_not_write_what_follows_or_rewrite_what_was(String statement) {
        assertThatThrownBy(() -> application.run(statement))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET amount = amount",
                "DELETE FROM entry",
                "TRUNCATE entry",
                "UPDATE transfer SET kind = kind",
                "DELETE FROM transfer",
                "TRUNCATE transfer",
                "DELETE FROM reservation",
                "TRUNCATE reservation"
            })
    void the_owner_can_not_rewrite_history_either(String statement) {
        assertThatThrownBy(() -> owner.run(statement))
                .rootCause()
                .hasMessageContaining("rewritten");
    }

    @Test
    void nobody_brings_an_account_below_its_limit() {
        assertThatThrownBy(() -> owner.run(onAnn("UPDATE account SET balance = -1")))
                .rootCause()
                .hasMessageContaining("account_never_below_its_limit");
        assertThatThrownBy(() -> application.run(hold(Ids.next(), ann, 101)))
                .rootCause()
                .hasMessageContaining("account_never_below_its_limit");
        assertThatThrownBy(
                        () -> application.run(hold(Ids.next(), ann, 60), hold(Ids.next(), ann, 41)))
                .rootCause()
                .hasMessageContaining("account_never_below_its_limit");
        UUID transfer = Ids.next();
        assertThatThrownBy(
                        () ->
                                application.run(
                                        transfer(transfer),
                                        entries(
                                                entry(ann, transfer, 2, -101, -1),
                                                entry(bob, transfer, 2, 101, 201))))
                .rootCause()
                .hasMessageContaining("account_never_below_its_limit");
    }

    @Test
    void an_account_with_money_in_it_is_not_closed() {
        assertThatThrownBy(() -> application.run(onAnn("UPDATE account SET status = 'CLOSED'")))
                .rootCause()
                .hasMessageContaining("account_closed_is_empty");
    }

    @Test
    void what_is_booked_moves_the_balances() {
        UUID transfer = Ids.next();

        application.run(
                transfer(transfer),
                entries(entry(ann, transfer, 2, -40, 60), entry(bob, transfer, 2, 40, 140)));

        assertThat(rest(STD).account(ann).amount("balance")).isEqualTo("0.60");
        assertThat(rest(STD).account(bob).amount("balance")).isEqualTo("1.40");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Ann's and Bob's entries: sequence, amount, balance after
                "2|-40|60|2|41|141|come to zero",
                "2|-40|61|2|40|140|where their account is",
                "3|-40|60|2|40|140|where their account is",
                "1|-40|60|2|40|140|where their account is",
            })
    void entries_that_do_not_fit_are_refused(
            long annsSequence,
            long annsAmount,
            long annsBalance,
            long bobsSequence,
            long bobsAmount,
            long bobsBalance,
            String why) {
        UUID transfer = Ids.next();

        assertThatThrownBy(
                        () ->
                                application.run(
                                        transfer(transfer),
                                        entries(
                                                entry(
                                                        ann,
                                                        transfer,
                                                        annsSequence,
                                                        annsAmount,
                                                        annsBalance),
                                                entry(
                                                        bob,
                                                        transfer,
                                                        bobsSequence,
                                                        bobsAmount,
                                                        bobsBalance))))
                .rootCause()
                .hasMessageContaining(why);
    }

    @Test
    void entries_of_one_statement_form_a_chain() {
        UUID transfer = Ids.next();

        assertThatThrownBy(
                        () ->
                                application.run(
                                        transfer(transfer),
                                        entries(
                                                entry(ann, transfer, 2, -10, 90),
                                                entry(ann, transfer, 3, -10, 90),
                                                entry(bob, transfer, 2, 20, 120))))
                .rootCause()
                .hasMessageContaining("continues the one before");
    }

    @Test
    void entries_belong_to_a_transfer_and_to_an_account_of_their_currency() {
        UUID transfer = Ids.next();

        assertThatThrownBy(
                        () ->
                                application.run(
                                        entries(
                                                entry(ann, transfer, 2, -1, 99),
                                                entry(bob, transfer, 2, 1, 101))))
                .rootCause()
                .hasMessageContaining("belongs to a transfer");
        assertThatThrownBy(
                        () ->
                                application.run(
                                        transfer(transfer),
                                        entries(
                                                        entry(ann, transfer, 2, -1, 99),
                                                        entry(bob, transfer, 2, 1, 101))
                                                .replace("EUR", "USD")))
                .rootCause()
                .hasMessageContaining("where their account is");
    }

    @Test
    void a_reservation_ends_once_and_keeps_its_amount() {
        UUID payment = Ids.next();
        String end =
                "UPDATE reservation SET state = 'RELEASED', ended_at = now() WHERE payment_id = '";
        application.run(hold(payment, ann, 60));
        assertThat(rest(STD).account(ann).amount("reserved")).isEqualTo("0.60");

        assertThatThrownBy(
                        () ->
                                owner.run(
                                        "UPDATE reservation SET amount = 1 WHERE payment_id = '"
                                                + payment
                                                + "'"))
                .rootCause()
                .hasMessageContaining("stays what it is for");
        application.run(end + payment + "'");
        assertThat(rest(STD).account(ann).amount("reserved")).isEqualTo("0.00");
        assertThatThrownBy(() -> application.run(end + payment + "'"))
                .rootCause()
                .hasMessageContaining("only a held reservation moves on");
    }

    @Test
    void nothing_is_held_on_an_account_that_does_not_exist() {
        assertThatThrownBy(() -> application.run(hold(Ids.next(), new AccountId(Ids.next()), 1)))
                .rootCause()
                .hasMessageContaining("held on an account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "reservation", "transfer", "entry"})
    void a_query_without_where_sees_one_tenant(String table) {
        application.run(hold(Ids.next(), ann, 1));
        String rows = "SELECT count(*) FROM " + table;
        String tenants = "SELECT count(DISTINCT tenant_id) FROM " + table;

        for (PlainSql role : new PlainSql[] {application, owner}) {
            assertThat(as(role, "STD-001").count(tenants)).isEqualTo(1);
            assertThat(as(role, "").count(rows)).isZero();
            assertThat(as(role, "STD-002").count(rows)).isZero();
            assertThat(as(role, "STD-001").count(rows)).isPositive();
            assertThat(as(role, "*").count(rows))
                    .isEqualTo(everything().sql(rows).query(Long.class).single());
        }
    }

    @Test
    void nobody_writes_for_another_tenant() {
        assertThatThrownBy(() -> as(application, "NED-001").run(hold(Ids.next(), ann, 1)))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(application, "").run(transfer(Ids.next())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private static PlainSql as(PlainSql role, String setting) {
        return new PlainSql(role.login(), setting);
    }

    private String onAnn(String update) {
        return update + " WHERE id = '" + ann + "'";
    }
}
