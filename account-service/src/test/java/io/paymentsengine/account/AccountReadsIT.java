package io.paymentsengine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.application.Accounts;
import io.paymentsengine.account.application.Directory;
import io.paymentsengine.account.application.Ledgers;
import io.paymentsengine.account.application.Statements;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Reads;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.tenancy.TenantScope;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// However many accounts and entries there are, a query reads its own rows and no others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountReadsIT extends OnRealStores {

    private static final TenantId BIG = new TenantId("BIG-001");
    private static final AccountId BUSY = account(20_000);
    private static final AccountKey BUSY_KEY = new AccountKey(BIG, BUSY);
    private static final AccountKey IDLE_KEY = new AccountKey(BIG, account(101));
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency CHF = Currency.getInstance("CHF");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final int ROWS = 51;

    /// Extra rows: the tenant's own accounts among its customers', and the row after a range that ends
    /// it.
    private static final int REST = 5;

    /// Accounts that are frozen and in EUR, or open and in CHF, and twenty of each other combination;
    /// then one entry per second on one account, alternately for a payment and a deposit.
    private static final String FILL =
            """
            SET session_replication_role = replica;
            INSERT INTO account (tenant_id, id, kind, currency, name, iban, status, overdraft_limit,
                                 last_entry_at, created_at)
            SELECT 'BIG-001', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                   CASE WHEN n IN (1, 3) THEN 'FUNDING' ELSE 'CUSTOMER' END,
                   CASE WHEN (n % 2 = 0) <> (n % 1000 < 2) THEN 'EUR' ELSE 'CHF' END, 'a name',
                   'NL' || lpad((98 - ('10112310' || lpad(n::text, 10, '0') || '232100')::numeric
                                     % 97)::text, 2, '0') || 'ABNA' || lpad(n::text, 10, '0'),
                   CASE n % 2 WHEN 0 THEN 'FROZEN' ELSE 'OPEN' END, 100, now(), now()
            FROM generate_series(1, 20000) AS n;
            INSERT INTO transfer (tenant_id, id, kind, deposit_key, at)
            SELECT 'BIG-001', ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid,
                   CASE n % 2 WHEN 0 THEN 'PAYMENT' ELSE 'DEPOSIT' END,
                   CASE n % 2 WHEN 1 THEN 'key ' || n END,
                   timestamptz '2026-01-01 00:00:00Z' + make_interval(secs => n)
            FROM generate_series(1, 20000) AS n;
            INSERT INTO entry (tenant_id, account_id, at, seq, id, transfer_id, amount, currency,
                               balance_after)
            SELECT 'BIG-001', '00000000-0000-7000-8000-000000020000', at,
                   row_number() OVER (ORDER BY id), id, id, 1, 'EUR', row_number() OVER (ORDER BY id)
            FROM transfer WHERE tenant_id = 'BIG-001';
            INSERT INTO reservation (tenant_id, payment_id, account_id, amount, currency, state,
                                     creditor_id, created_at, ended_at)
            SELECT 'BIG-001', id, id, 1, 'EUR', 'SETTLED', id, at, at
            FROM transfer WHERE tenant_id = 'BIG-001';
            ANALYZE account, transfer, entry, reservation;
            RESET session_replication_role;
            """;

    /// Other tests compare balances with entries, and these don't match.
    private static final String FORGET =
            """
            SET session_replication_role = replica;
            DELETE FROM entry WHERE tenant_id = 'BIG-001';
            DELETE FROM transfer WHERE tenant_id = 'BIG-001';
            DELETE FROM reservation WHERE tenant_id = 'BIG-001';
            DELETE FROM account WHERE tenant_id = 'BIG-001';
            RESET session_replication_role;
            """;

    @Autowired Accounts accounts;
    @Autowired Directory directory;
    @Autowired Statements statements;
    @Autowired Ledgers ledgers;
    @Autowired EntityManager entities;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeAll
    void store() {
        everything().sql(FILL).update();
    }

    @AfterAll
    void forget() {
        everything().sql(FORGET).update();
    }

    static Stream<Directory.Filter> customers() {
        return filters(Account.Kind.CUSTOMER);
    }

    private static Stream<Directory.Filter> filters(Account.Kind kind) {
        List<Optional<Account.Status>> statuses =
                List.of(
                        Optional.empty(),
                        Optional.of(Account.Status.OPEN),
                        Optional.of(Account.Status.FROZEN));
        List<Optional<Currency>> currencies =
                List.of(Optional.empty(), Optional.of(EUR), Optional.of(CHF));
        List<Directory.Filter> filters = new ArrayList<>();
        for (Optional<Account.Status> status : statuses) {
            currencies.forEach(each -> filters.add(new Directory.Filter(kind, status, each)));
        }
        return filters.stream();
    }

    @ParameterizedTest
    @MethodSource("customers")
    void a_filter_is_a_range_of_an_index(Directory.Filter filter) {
        assertFinds(ROWS, () -> directory.list(BIG, filter, Optional.empty(), ROWS));
        assertFinds(ROWS, () -> directory.list(BIG, filter, Optional.of(account(10_000)), ROWS));
    }

    @Test
    void so_is_a_filter_of_the_few_accounts_that_deposits_come_from() {
        filters(Account.Kind.FUNDING)
                .forEach(
                        each ->
                                assertReads(
                                        ROWS,
                                        () -> directory.list(BIG, each, Optional.empty(), ROWS)));
    }

    @Test
    void accounts_are_looked_up_by_id_and_by_iban() {
        List<AccountReference> references =
                Stream.concat(
                                Stream.of(100, 200).map(n -> AccountReference.to(account(n))),
                                everything()
                                        .sql(
                                                "SELECT iban FROM account WHERE tenant_id = ? LIMIT 2 OFFSET 300")
                                        .param(BIG.value())
                                        .query(String.class)
                                        .stream()
                                        .map(AccountReference::new))
                        .toList();

        assertReads(
                references.size(),
                () -> assertThat(directory.lookUp(BIG, references)).hasSize(references.size()));
    }

    @Test
    void one_account_is_read_by_its_key() {
        assertReads(
                2,
                () -> {
                    entities.clear();
                    assertThat(accounts.find(BUSY_KEY)).isPresent();
                    assertThat(accounts.lock(BUSY_KEY)).isPresent();
                });
    }

    @Test
    void the_account_that_deposits_come_from_is_read_by_its_currency() {
        assertReads(
                1,
                () -> {
                    entities.clear();
                    assertThat(accounts.findFunding(BIG, CHF)).isPresent();
                });
    }

    static Stream<Statements.Range> ranges() {
        Optional<Instant> from = Optional.of(second(9_980));
        Optional<Instant> to = Optional.of(second(15_000));
        Optional<Statements.Position> after =
                Optional.of(new Statements.Position(second(10_000), 10_000));
        return Stream.of(Optional.<Instant>empty(), from)
                .flatMap(
                        since ->
                                Stream.of(Optional.<Instant>empty(), to)
                                        .flatMap(
                                                until ->
                                                        Stream.of(
                                                                new Statements.Range(
                                                                        since,
                                                                        until,
                                                                        Optional.empty()),
                                                                new Statements.Range(
                                                                        since, until, after))));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void a_page_of_entries_is_a_range_and_their_transfers(Statements.Range range) {
        assertFinds(2 * ROWS, () -> statements.read(BUSY_KEY, range, ROWS));
    }

    @Test
    void a_balance_at_a_time_is_one_entry() {
        assertReads(
                1, () -> assertThat(statements.balanceAt(BUSY_KEY, second(10_000))).isPresent());
    }

    @Test
    void a_deposit_is_found_by_its_key_and_its_time() {
        Statements.Deposited deposit = new Statements.Deposited(transfer(101), second(101));

        assertReads(2, () -> assertThat(statements.find(BUSY_KEY, deposit)).isPresent());
        assertReads(1, () -> assertThat(statements.claim(BIG, "key 101")).contains(deposit));
    }

    @Test
    void the_books_are_opened_by_keys() {
        Set<AccountKey> keys =
                Stream.of(100, 200, 300)
                        .map(n -> new AccountKey(BIG, account(n)))
                        .collect(Collectors.toSet());
        Set<PaymentKey> payments =
                Stream.of(102, 202, 302)
                        .map(n -> new PaymentKey(BIG, new PaymentId(transfer(n))))
                        .collect(Collectors.toSet());

        assertFinds(keys.size() + payments.size(), () -> ledgers.open(keys, payments).accounts());
    }

    /// Only rows of the new transfer and of its accounts are read, and no earlier entry.
    @Test
    void what_is_booked_goes_on_by_keys() {
        AtomicInteger count = new AtomicInteger();

        assertReads(2 + 2, () -> ledgers.write(booking(count.incrementAndGet()), LATER));
    }

    private static Books.Changes booking(int number) {
        Transfer transfer =
                new Transfer(
                        Ids.next(),
                        new Transfer.Cause.Deposit(Optional.empty()),
                        LATER.plusSeconds(number),
                        entry(IDLE_KEY, number, -1),
                        entry(BUSY_KEY, number, 1));
        return new Books.Changes(List.of(), List.of(), List.of(transfer));
    }

    private static Transfer.Entry entry(AccountKey account, int number, long amount) {
        Money one = Money.of(amount, "CHF");
        return new Transfer.Entry(
                Ids.next(), account, number, one, Money.of(number * amount, "CHF"));
    }

    private void assertFinds(int rows, Supplier<? extends Collection<?>> query) {
        assertReads(rows, () -> assertThat(query.get()).isNotEmpty());
    }

    private void assertReads(int rows, Runnable query) {
        Reads reads = TenantScope.of(BIG).call(() -> mostReads(transaction, jdbc, query));
        assertThat(reads).matches(each -> each.isIndexRange(rows + REST), rows + " index entries");
    }

    private static Instant second(int number) {
        return START.plusSeconds(number);
    }

    private static AccountId account(int number) {
        return new AccountId(UUID.fromString("00000000-0000-7000-8000-%012d".formatted(number)));
    }

    private static UUID transfer(int number) {
        return UUID.fromString("00000000-0000-7000-9000-%012d".formatted(number));
    }
}
