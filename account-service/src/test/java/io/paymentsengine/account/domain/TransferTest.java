package io.paymentsengine.account.domain;

import static io.paymentsengine.account.domain.TestAccounts.OPENED;
import static io.paymentsengine.account.domain.TestAccounts.TENANT;
import static io.paymentsengine.account.domain.TestAccounts.accountId;
import static io.paymentsengine.account.domain.TestAccounts.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.paymentsengine.account.domain.Transfer.Cause;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferTest {

    private static final TenantId STRANGER = new TenantId("NED-001");

    @Test
    void has_an_entry_on_each_side() {
        Entry debit = entry(TENANT, 1, -60);
        Entry credit = entry(TENANT, 2, 60);

        assertThat(transfer(debit, credit).entries()).containsExactly(debit, credit);
    }

    @ParameterizedTest
    @CsvSource({"-60, 61", "-60, -60", "60, -60", "0, 0"})
    void comes_to_zero_and_goes_from_debit_to_credit(long debit, long credit) {
        assertThatIllegalStateException()
                .isThrownBy(() -> transfer(entry(TENANT, 1, debit), entry(TENANT, 2, credit)))
                .withMessageContaining("come to zero");
    }

    @Test
    void stays_within_a_tenant() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transfer(entry(TENANT, 1, -60), entry(STRANGER, 2, 60)))
                .withMessageContaining("one tenant to another");
    }

    private static Transfer transfer(Entry debit, Entry credit) {
        Cause cause = new Cause.Deposit(Optional.empty());
        return new Transfer(new UUID(0, 0), cause, OPENED, debit, credit);
    }

    private static Entry entry(TenantId tenant, long account, long cents) {
        return new Entry(
                new UUID(0, account),
                new AccountKey(tenant, accountId(account)),
                1,
                eur(cents),
                eur(cents));
    }
}
