package io.paymentsengine.account;

import static io.paymentsengine.account.LedgerSql.entries;
import static io.paymentsengine.account.LedgerSql.entry;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.platform.ids.Ids;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the database accepts only once, whoever writes it.
class LedgerKeysIT extends OnRealStores {

    private PlainSql application;

    @BeforeEach
    void log_in() {
        application = new PlainSql(stores.database("accounts").asApplication(), "*");
    }

    @Test
    void a_payment_reserves_once() {
        AccountId account = rest(STD).openWith("1.00");
        String hold = LedgerSql.hold(Ids.next(), account, 1);

        assertTwiceIsRefused(hold, hold, "reservation_pkey");
    }

    @Test
    void a_payment_moves_once() {
        UUID payment = Ids.next();

        assertTwiceIsRefused(
                transfer(payment, "PAYMENT", "NULL"),
                transfer(payment, "PAYMENT", "NULL"),
                "transfer_pkey");
    }

    /// The entries continue their accounts and add up to zero: only their transfer is wrong.
    @Test
    void a_transfer_is_booked_once() {
        AccountId ann = rest(STD).openWith("1.00");
        AccountId bob = rest(STD).openWith("1.00");
        UUID transfer = Ids.next();
        UUID next = Ids.next();
        String entries =
                entries(entry(ann, transfer, 2, -40, 60), entry(bob, transfer, 2, 40, 140));
        String again =
                entries(
                        entry(ann, next, 3, -10, 50),
                        entry(bob, next, 3, 10, 150),
                        entry(ann, transfer, 4, -40, 10),
                        entry(bob, transfer, 4, 40, 190));
        String other = entries(entry(ann, next, 3, -10, 50), entry(bob, next, 3, 10, 150));
        application.run(LedgerSql.transfer(next));

        assertThatThrownBy(() -> application.run(LedgerSql.transfer(transfer), entries, again))
                .rootCause()
                .hasMessageContaining("booked once");
        application.run(LedgerSql.transfer(transfer), entries);
        assertThatThrownBy(() -> application.run(again))
                .rootCause()
                .hasMessageContaining("booked once");
        application.run(other);
    }

    @Test
    void a_key_makes_one_deposit() {
        String key = "'" + Ids.next() + "'";

        assertTwiceIsRefused(
                transfer(Ids.next(), "DEPOSIT", key),
                transfer(Ids.next(), "DEPOSIT", key),
                "transfer_deposits_once");
    }

    @Test
    void a_tenant_has_one_funding_account_of_a_currency() {
        String funding =
                """
                INSERT INTO account (tenant_id, id, kind, currency, name, status, overdraft_limit,
                    last_entry_at, created_at)
                VALUES ('STD-001', gen_random_uuid(), 'FUNDING', 'XTS', 'Funding', 'OPEN', 0, now(),
                    now())
                """;

        assertTwiceIsRefused(funding, funding, "account_funding_is_one");
    }

    private void assertTwiceIsRefused(String first, String second, String key) {
        assertThatThrownBy(() -> application.run(first, second))
                .rootCause()
                .hasMessageContaining(key);
    }

    private static String transfer(UUID id, String kind, String key) {
        return """
               INSERT INTO transfer (tenant_id, id, kind, deposit_key, at)
               VALUES ('STD-001', '%s', '%s', %s, now())
               """
                .formatted(id, kind, key);
    }
}
