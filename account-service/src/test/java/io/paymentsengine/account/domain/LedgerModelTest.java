package io.paymentsengine.account.domain;

import static io.paymentsengine.account.domain.TestAccounts.OPENED;
import static io.paymentsengine.account.domain.TestAccounts.TENANT;
import static io.paymentsengine.account.domain.TestAccounts.account;
import static io.paymentsengine.account.domain.TestAccounts.accountId;
import static io.paymentsengine.account.domain.TestAccounts.eur;
import static io.paymentsengine.account.domain.TestAccounts.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Many commands in random order, including senseless and repeated ones.
class LedgerModelTest {

    private static final int ACCOUNTS = 4;
    private static final int PAYMENTS = 12;
    private static final int COMMANDS = 120;
    private static final int BATCH_MAX = 40;
    private static final int INITIAL = 50;

    private record Command(Kind kind, PaymentKey payment, AccountId debtor, long detail) {
        enum Kind {
            RESERVE,
            SETTLE,
            RELEASE
        }

        Outcome applyTo(Ledger ledger) {
            return switch (kind) {
                case RESERVE -> ledger.reserve(payment, debtor, eur(10 + 10 * detail));
                case SETTLE -> ledger.settle(payment, debtor, accountId(detail));
                case RELEASE -> ledger.release(payment, debtor);
            };
        }

        String applyTo(Passbook passbook) {
            return switch (kind) {
                case RESERVE -> passbook.reserve(payment, debtor, 10 + 10 * detail);
                case SETTLE -> passbook.settle(payment, debtor, accountId(detail));
                case RELEASE -> passbook.release(payment, debtor);
            };
        }
    }

    /// A store that keeps what a ledger has changed, applied in the same order as in the database.
    private static final class Bank {

        private final Map<AccountKey, Account> accounts = new HashMap<>();
        private final Map<PaymentKey, Reservation> reservations = new HashMap<>();

        Bank() {
            for (int each = 0; each < ACCOUNTS; each++) {
                Account account = account(accountId(each), INITIAL, limitOf(each));
                accounts.put(account.key(), account);
            }
        }

        List<Outcome> handle(List<Command> batch) {
            Books before =
                    new Books(List.copyOf(accounts.values()), List.copyOf(reservations.values()));
            Ledger ledger = new Ledger(before, OPENED, () -> new UUID(0, 0));
            List<Outcome> outcomes = batch.stream().map(each -> each.applyTo(ledger)).toList();
            keep(ledger.changes());
            return outcomes;
        }

        private void keep(Books.Changes changes) {
            for (Reservation each : changes.moved()) {
                if (reservations.put(each.payment(), each) instanceof Reservation.Held held
                        && !(each instanceof Reservation.Held)) {
                    change(held, account -> account.free(held.amount()));
                }
            }
            changes.transfers().stream()
                    .flatMap(transfer -> transfer.entries().stream())
                    .forEach(this::book);
            for (Reservation each : changes.opened()) {
                reservations.put(each.payment(), each);
                if (each instanceof Reservation.Held held) {
                    change(held, account -> account.hold(held.amount()));
                }
            }
        }

        private void book(Transfer.Entry entry) {
            accounts.compute(
                    entry.account(),
                    (_, account) -> {
                        assertThat(account).isNotNull();
                        Account after = account.book(entry.amount(), OPENED);
                        assertThat(after.entries()).isEqualTo(entry.sequence());
                        assertThat(after.funds().balance()).isEqualTo(entry.balanceAfter());
                        return after;
                    });
        }

        private void change(Reservation.Held held, UnaryOperator<Account> change) {
            accounts.computeIfPresent(
                    new AccountKey(TENANT, held.debtor()), (_, account) -> change.apply(account));
        }

        long total() {
            return accounts.values().stream()
                    .mapToLong(account -> account.funds().balance().minorUnits())
                    .sum();
        }
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void however_commands_are_cut_into_batches_the_ledger_is_the_same(long seed) {
        Random random = new Random(seed);
        List<Command> commands = Stream.generate(() -> anyCommand(random)).limit(COMMANDS).toList();
        Bank oneByOne = new Bank();
        Bank inBatches = new Bank();

        List<Outcome> expected = new ArrayList<>();
        commands.forEach(command -> expected.addAll(oneByOne.handle(List.of(command))));
        List<Outcome> answers = new ArrayList<>();
        for (int from = 0; from < COMMANDS; ) {
            int to = Math.min(COMMANDS, from + 1 + random.nextInt(BATCH_MAX));
            answers.addAll(inBatches.handle(commands.subList(from, to)));
            from = to;
        }

        assertThat(answers).isEqualTo(expected);
        assertThat(inBatches.accounts).isEqualTo(oneByOne.accounts);
        assertThat(inBatches.reservations).isEqualTo(oneByOne.reservations);
        assertThat(inBatches.total()).isEqualTo(new Bank().total());
        assertEqualCommandsHaveEqualAnswers(commands, answers);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_ledger_comes_to_what_a_simple_one_comes_to(long seed) {
        Random random = new Random(seed);
        Bank bank = new Bank();
        Passbook passbook = new Passbook();
        for (int each = 0; each < ACCOUNTS; each++) {
            passbook.open(accountId(each), INITIAL, limitOf(each));
        }

        for (int done = 0; done < COMMANDS; ) {
            List<Command> batch =
                    Stream.generate(() -> anyCommand(random))
                            .limit(1 + random.nextInt(BATCH_MAX))
                            .toList();
            List<String> expected = batch.stream().map(each -> each.applyTo(passbook)).toList();

            assertThat(bank.handle(batch)).extracting(LedgerModelTest::wordOf).isEqualTo(expected);
            assertThat(bank.accounts.values()).allSatisfy(account -> agrees(account, passbook));
            assertThat(bank.total()).isEqualTo((long) ACCOUNTS * INITIAL);
            done += batch.size();
        }
    }

    private static void agrees(Account account, Passbook passbook) {
        AccountId id = account.key().id();
        Funds funds = account.funds();
        assertThat(funds.balance()).isEqualTo(eur(passbook.sumOf(id)));
        assertThat(funds.reserved()).isEqualTo(eur(passbook.reservedOf(id)));
        assertThat(funds.available().plus(funds.overdraftLimit()).isNegative()).isFalse();
    }

    private static String wordOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Reserved _ -> "Reserved";
            case Outcome.ReservationRefused(var reason) -> reason.code();
            case Outcome.Settled _ -> "Settled";
            case Outcome.SettlementRefused(var reason) -> reason.code();
            case Outcome.Released _ -> "Released";
            case Outcome.Senseless(var reason, _) -> reason;
        };
    }

    private static long limitOf(int account) {
        return account == 0 ? 30 : 0;
    }

    private static Command anyCommand(Random random) {
        int payment = random.nextInt(PAYMENTS);
        AccountId usualDebtor = accountId(payment % ACCOUNTS);
        boolean odd = random.nextInt(20) == 0;
        return new Command(
                Command.Kind.values()[random.nextInt(Command.Kind.values().length)],
                payment(payment),
                odd ? accountId(random.nextInt(ACCOUNTS + 1)) : usualDebtor,
                odd ? random.nextInt(ACCOUNTS + 1) : (payment + 1) % ACCOUNTS);
    }

    private static void assertEqualCommandsHaveEqualAnswers(
            List<Command> commands, List<Outcome> answers) {
        Map<Command, Outcome> first = new HashMap<>();
        for (int at = 0; at < commands.size(); at++) {
            Outcome earlier = first.putIfAbsent(commands.get(at), answers.get(at));
            if (earlier != null) {
                assertThat(answers.get(at)).as("%s", commands.get(at)).isEqualTo(earlier);
            }
        }
    }
}
