package io.paymentsengine.simulation.stores;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.application.Directory;
import io.paymentsengine.account.application.LookUpAccounts;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.Account.StatusChange;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.simulation.fate.SimulatedClock;
import io.paymentsengine.validation.application.Accounts;
import io.paymentsengine.validation.domain.Account.Status;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// How long validation-service's knowledge of accounts is reused.
class RememberedAccountsTest {

    private static final AccountKey KEY =
            new AccountKey(new TenantId("STD-001"), new AccountId(new UUID(0x7000, 1)));

    private final AnnotationConfigApplicationContext accountService =
            new AnnotationConfigApplicationContext();
    private final SimulatedClock clock = new SimulatedClock();
    private final Database database = new Database();
    private final MemoryAccounts accounts = new MemoryAccounts(database, database.table());
    private Account account =
            Account.open(KEY, "One", Optional.empty(), Money.of(0, "EUR"), clock.instant());

    @BeforeEach
    void open() {
        accountService.registerBean(Directory.class, () -> accounts);
        accountService.register(LookUpAccounts.class);
        accountService.refresh();
        write(() -> accounts.add(account));
    }

    @AfterEach
    void close() {
        accountService.close();
    }

    @Test
    void that_one_is_open_is_believed_for_a_while() {
        RememberedAccounts remembered = remembered();
        assertThat(seenBy(remembered)).isEqualTo(Status.OPEN);
        change(Account::freeze);

        clock.pass(RememberedAccounts.BELIEVED.minusMillis(1));
        assertThat(seenBy(remembered)).isEqualTo(Status.OPEN);

        clock.pass(RememberedAccounts.BELIEVED);
        assertThat(seenBy(remembered)).isEqualTo(Status.FROZEN);
    }

    @Test
    void one_that_is_not_open_is_asked_for_anew() {
        RememberedAccounts remembered = remembered();
        change(Account::freeze);
        assertThat(seenBy(remembered)).isEqualTo(Status.FROZEN);

        change(Account::unfreeze);
        assertThat(seenBy(remembered)).isEqualTo(Status.OPEN);
    }

    @Test
    void a_while_is_as_long_as_in_production() throws ClassNotFoundException {
        Class<?> settings =
                Class.forName("io.paymentsengine.validation.wiring.ValidationProperties");
        String believed =
                Stream.of(settings.getDeclaredConstructors()[0].getParameters())
                        .filter(setting -> setting.getName().equals("accountCacheTtl"))
                        .map(RememberedAccountsTest::defaultOf)
                        .findFirst()
                        .orElseThrow();

        assertThat(RememberedAccounts.BELIEVED).isEqualTo(DurationStyle.detectAndParse(believed));
    }

    private static String defaultOf(Parameter setting) {
        return requireNonNull(setting.getAnnotation(DefaultValue.class)).value()[0];
    }

    private RememberedAccounts remembered() {
        return new RememberedAccounts(
                accountService.getBean(LookUpAccounts.class), clock, Set.of());
    }

    private static Status seenBy(RememberedAccounts remembered) {
        Accounts.Key key = new Accounts.Key(KEY.tenant(), AccountReference.to(KEY.id()));
        return requireNonNull(remembered.find(Set.of(key)).accounts().get(key)).status();
    }

    private void change(Function<Account, StatusChange> move) {
        if (move.apply(account) instanceof StatusChange.Changed(var changed)) {
            account = changed;
        }
        write(() -> accounts.changeStatus(account));
    }

    private void write(Runnable work) {
        new TransactionTemplate(database).executeWithoutResult(_ -> work.run());
    }
}
