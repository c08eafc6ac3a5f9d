package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.application.HandleAccountCommands;
import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class BatchesIT extends OnRealStores {

    private static final int ACCOUNTS = 4;
    private static final int PAYMENTS = 40;
    private static final int COMMANDS = 200;

    @Autowired HandleAccountCommands handleAccountCommands;
    @Autowired TransactionTemplate transaction;

    /// Four accounts and commands for them. Another bank has the same accounts under other ids.
    private final class Bank {

        private final List<AccountId> accounts =
                Stream.generate(() -> rest(STD).openWith("3.00")).limit(ACCOUNTS).toList();
        private final List<PaymentId> payments =
                Stream.generate(() -> new PaymentId(Ids.next())).limit(PAYMENTS).toList();

        /// Commands in any order, with repeats.
        List<AccountCommand> commands(Random random) {
            return IntStream.range(0, COMMANDS)
                    .mapToObj(_ -> command(random.nextInt(PAYMENTS), random.nextBoolean()))
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        /// A payment is either settled or released, and always has the same values: no command
        /// contradicts another.
        private AccountCommand command(int number, boolean reserve) {
            PaymentId payment = payments.get(number);
            AccountId debtor = accounts.get(number % ACCOUNTS);
            AccountId creditor = accounts.get((number + 1 + number % 3) % ACCOUNTS);
            if (reserve) {
                return new ReserveFunds(payment, debtor, Money.of(20 + number, "EUR"));
            }
            return number % 5 == 0
                    ? new ReleaseFunds(payment, debtor)
                    : new SettlePayment(payment, debtor, creditor);
        }

        List<String> state() {
            List<String> state = new ArrayList<>();
            for (AccountId account : accounts) {
                state.add(
                        read(
                                "SELECT concat_ws(' ', balance, reserved, entry_count) FROM account"
                                        + " WHERE id = ?",
                                account.value()));
            }
            for (PaymentId payment : payments) {
                state.add(
                        read(
                                "SELECT coalesce(max(concat_ws(' ', state, amount, reason_code)),"
                                        + " '') FROM reservation WHERE payment_id = ?",
                                payment.value()));
            }
            return state;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_batch_does_what_its_commands_do_one_by_one(long seed) {
        Bank oneByOne = new Bank();
        Bank inBatches = new Bank();

        oneByOne.commands(new Random(seed)).forEach(command -> handle(List.of(command)));
        Random random = new Random(seed);
        List<AccountCommand> commands = inBatches.commands(random);
        while (!commands.isEmpty()) {
            List<AccountCommand> batch =
                    commands.subList(0, Math.min(commands.size(), 1 + random.nextInt(60)));
            handle(batch);
            batch.clear();
        }

        assertThat(inBatches.state()).isEqualTo(oneByOne.state());
    }

    @Test
    void what_is_given_back_can_be_reserved_again_in_the_same_batch() {
        AccountId debtor = rest(STD).openWith("1.00");
        PaymentId first = newPayment();
        handle(List.of(new ReserveFunds(first, debtor, eur(100))));

        handle(
                List.of(
                        new ReleaseFunds(first, debtor),
                        new ReserveFunds(newPayment(), debtor, eur(100))));

        assertFunds(debtor, "1.00", "1.00", "0.00");
    }

    @Test
    void what_comes_in_can_be_reserved_in_the_same_batch() {
        AccountId debtor = rest(STD).openWith("1.00");
        AccountId creditor = rest(STD).open();
        PaymentId payment = newPayment();
        handle(List.of(new ReserveFunds(payment, debtor, eur(100))));

        handle(
                List.of(
                        new SettlePayment(payment, debtor, creditor),
                        new ReserveFunds(newPayment(), creditor, eur(100))));

        assertFunds(debtor, "0.00", "0.00", "0.00");
        assertFunds(creditor, "1.00", "1.00", "0.00");
    }

    private void handle(List<AccountCommand> batch) {
        List<Received<AccountCommand>> received =
                batch.stream().map(command -> Received.of(STD, command)).toList();
        TenantScope.worker()
                .run(
                        () ->
                                transaction.executeWithoutResult(
                                        _ -> handleAccountCommands.handle(received)));
    }

    private String read(String query, Object id) {
        return everything().sql(query).param(id).query(String.class).single();
    }
}
