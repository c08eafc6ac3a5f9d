package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.vocabulary.AccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HotAccountIT extends OnRealStores {

    private SagaSide saga;
    private Rest rest;

    @BeforeEach
    void pick_up() {
        saga = new SagaSide(stores.bootstrapServers());
        rest = rest(STD);
    }

    @AfterEach
    void hang_up() {
        saga.close();
    }

    @Test
    void however_many_pay_from_and_to_one_account_it_comes_out_exactly() {
        AccountId hot = rest.openWith("1000.00");
        AccountId rich = rest.openWith("1000.00");
        AccountId poor = rest.openWith("10.00");
        List<SettlePayment> settlements = new ArrayList<>();
        settlements.addAll(payments(300, hot, poor));
        settlements.addAll(payments(200, rich, hot));
        settlements.addAll(payments(100, poor, hot));
        Collections.shuffle(settlements, new Random(7));

        CompletableFuture<Void> deposits = CompletableFuture.runAsync(() -> deposit(hot, 50));
        saga.send(
                STD,
                settlements.stream()
                        .map(each -> new ReserveFunds(each.paymentId(), each.debtor(), eur(100)))
                        .toList());
        List<SettlePayment> held =
                settlements.stream()
                        .filter(
                                each ->
                                        saga.replies(each.paymentId(), 1).getFirst()
                                                instanceof FundsReserved)
                        .toList();
        saga.send(STD, held);
        held.forEach(each -> saga.replies(each.paymentId(), 2));
        deposits.join();

        assertThat(held).hasSize(300 + 200 + 10);
        assertFunds(hot, "960.00", "0.00", "960.00");
        assertFunds(rich, "800.00", "0.00", "800.00");
        assertFunds(poor, "300.00", "0.00", "300.00");
        assertThat(accountsThatAreNotTheSumOfTheirEntries()).isZero();
    }

    private static List<SettlePayment> payments(int count, AccountId debtor, AccountId creditor) {
        return Stream.generate(() -> new SettlePayment(newPayment(), debtor, creditor))
                .limit(count)
                .toList();
    }

    private void deposit(AccountId account, int times) {
        for (int each = 0; each < times; each++) {
            assertThat(rest.deposit(account, "1.00").status()).isEqualTo(201);
        }
    }

    private long accountsThatAreNotTheSumOfTheirEntries() {
        return everything()
                .sql(
                        """
                        SELECT count(*)
                        FROM account LEFT JOIN (
                            SELECT tenant_id, account_id AS id, sum(amount) AS total, count(*) AS n
                            FROM entry GROUP BY tenant_id, account_id) AS booked
                            USING (tenant_id, id)
                        WHERE balance <> coalesce(total, 0) OR entry_count <> coalesce(n, 0)
                        """)
                .query(Long.class)
                .single();
    }
}
