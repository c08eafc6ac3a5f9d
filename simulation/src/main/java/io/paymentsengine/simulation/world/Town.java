package io.paymentsengine.simulation.world;

import io.paymentsengine.account.application.ChangeAccount;
import io.paymentsengine.account.application.DepositMoney;
import io.paymentsengine.account.application.DepositMoney.Deposit;
import io.paymentsengine.account.application.DepositMoney.Outcome;
import io.paymentsengine.account.application.OpenAccount;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Iban;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.simulation.fate.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The accounts of all tenants, and what happens to them apart from payments: deposits come in, and accounts
/// are frozen, reopened and closed.
final class Town {

    /// Accounts from this number on are in yen.
    private static final int FIRST_IN_YEN = 6;

    /// This many accounts of each tenant have ids that other tenants' accounts have too; they are different
    /// accounts nevertheless.
    private static final int NAMESAKES = 4;

    private static final int BUSIEST = 1;
    private static final int EMPTY = 5;
    private static final String INITIAL = "100.00";
    private static final int AMOUNT_MAX = 4_500;
    private static final int USUAL_AMOUNT_MAX = 1_000;
    private static final int SOMETIMES = 10;
    private static final int RARELY = 40;
    private static final List<String> REFERENCES =
            List.of("Rent", "Invoice 7", "Fees for ERNST  BLOFELD", "Thanks");

    /// Cached, because each IBAN is found by trial.
    private static final Map<Integer, Iban> IBANS = new ConcurrentHashMap<>();

    private final Suite suite;
    private final Fate fate;
    private final List<TenantId> tenants;
    private final int accountsEach;
    private final List<Resident> residents = new ArrayList<>();
    private int deposits;

    /// A customer's account.
    record Resident(AccountKey key, Iban iban, String currency) {

        AccountReference reference(boolean byIban) {
            return byIban ? new AccountReference(iban.value()) : AccountReference.to(key.id());
        }
    }

    Town(Suite suite, Fate fate, List<TenantId> tenants, int accountsEach) {
        this.suite = suite;
        this.fate = fate;
        this.tenants = tenants;
        this.accountsEach = accountsEach;
    }

    /// Opens the accounts and deposits money into most of them.
    void build() {
        residents.clear();
        deposits = 0;
        for (int tenant = 0; tenant < tenants.size(); tenant++) {
            for (int number = 0; number < accountsEach; number++) {
                open(tenants.get(tenant), tenant, number);
            }
        }
    }

    List<Resident> residents() {
        return residents;
    }

    /// A payment that a client might request.
    Transfer anyTransfer(TenantId tenant) {
        List<Resident> own =
                residents.stream().filter(each -> each.key().tenant().equals(tenant)).toList();
        Resident debtor = fate.below(3) == 0 ? own.get(BUSIEST) : fate.oneOf(own);
        List<Resident> payees = payeesOf(debtor, own, fate.below(RARELY) == RARELY - 1);
        Resident creditor = fate.oneOf(payees);
        int most = fate.below(SOMETIMES) == SOMETIMES - 1 ? AMOUNT_MAX : USUAL_AMOUNT_MAX;
        AccountReference to =
                fate.below(RARELY) == RARELY - 1
                        ? AccountReference.to(new AccountId(new UUID(0, 404)))
                        : creditor.reference(fate.below(2) == 1);
        return new Transfer(
                debtor.reference(fate.below(2) == 1),
                to,
                Money.of(1 + fate.below(most), debtor.currency()),
                fate.below(SOMETIMES) == SOMETIMES - 1 ? fate.oneOf(REFERENCES) : "");
    }

    private static List<Resident> payeesOf(
            Resident debtor, List<Resident> own, boolean anyCurrency) {
        return own.stream()
                .filter(each -> !each.equals(debtor))
                .filter(each -> anyCurrency || each.currency().equals(debtor.currency()))
                .toList();
    }

    /// Changes accounts, or makes a deposit.
    void somethingHappens() {
        Resident resident = fate.oneOf(residents);
        switch (fate.below(8)) {
            case 0 -> change(resident, Account::freeze);
            case 1 -> change(resident, Account::close);
            case 2, 3, 4, 5, 6 -> residents.forEach(each -> change(each, Account::unfreeze));
            default -> deposit(resident, Optional.of("deposit-" + fate.below(++deposits)));
        }
    }

    void change(Resident resident, Function<Account, Account.StatusChange> move) {
        suite.account().get(ChangeAccount.class).change(resident.key(), move);
    }

    private void open(TenantId tenant, int tenantNumber, int number) {
        String currency = number >= FIRST_IN_YEN ? "JPY" : "EUR";
        UUID id = new UUID(0x7000, number < NAMESAKES ? number : 100L * tenantNumber + number);
        Resident resident =
                new Resident(new AccountKey(tenant, new AccountId(id)), ibanOf(number), currency);
        Money limit = Money.of(number == 2 ? 2_000 : 0, currency);
        suite.account()
                .get(OpenAccount.class)
                .open(
                        Account.open(
                                resident.key(),
                                "Account " + number,
                                Optional.of(resident.iban()),
                                limit,
                                suite.tools().clock().instant()));
        residents.add(resident);
        if (number != EMPTY) {
            deposit(resident, Optional.empty());
        }
    }

    private void deposit(Resident resident, Optional<String> key) {
        Money amount =
                resident.currency().equals("JPY")
                        ? Money.of(10_000, "JPY")
                        : Money.parse(INITIAL, resident.currency());
        Outcome _ =
                suite.account()
                        .get(DepositMoney.class)
                        .deposit(new Deposit(resident.key(), amount, key));
    }

    /// An IBAN with valid check digits.
    private static Iban ibanOf(int number) {
        return IBANS.computeIfAbsent(
                number,
                _ ->
                        IntStream.rangeClosed(2, 98)
                                .mapToObj(digits -> "NL%02dSIMU%010d".formatted(digits, number))
                                .filter(Iban::isValid)
                                .map(Iban::new)
                                .findFirst()
                                .orElseThrow());
    }
}
