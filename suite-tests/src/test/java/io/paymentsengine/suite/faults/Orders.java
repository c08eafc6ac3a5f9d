package io.paymentsengine.suite.faults;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.faults.Order.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/// Generates random orders for two tenants. The same seed gives the same kinds and amounts between
/// corresponding accounts, but under new keys: if the data is kept, the keys of a seed's first run are
/// already taken in its second.
public final class Orders {

    private static final String CURRENCY = "EUR";
    private static final int ACCOUNTS = 20;
    private static final Money ENOUGH = Money.parse("10000.00", CURRENCY);

    /// Percentages; the rest is plain.
    private static final Map<Kind, Integer> SHARES =
            new EnumMap<>(
                    Map.of(
                            Kind.WAITED, 20,
                            Kind.REPEATED, 10,
                            Kind.CANCELLED, 10,
                            Kind.BEYOND_FUNDS, 10));

    private final Random random;
    private final List<Customers> tenants;

    public Orders(Suite suite, Random random) {
        this.random = random;
        this.tenants =
                Stream.of(Tenant.standard(suite), Tenant.nederland(suite))
                        .map(Customers::of)
                        .toList();
    }

    /// The accounts of a tenant's customers.
    private record Customers(Tenant tenant, List<Account> rich, Account poor) {

        static Customers of(Tenant tenant) {
            List<Account> rich =
                    Stream.generate(() -> tenant.opensWith(ENOUGH)).limit(ACCOUNTS).toList();
            return new Customers(tenant, rich, tenant.opens(CURRENCY));
        }
    }

    List<Order> make(int number) {
        return Stream.generate(this::next).limit(number).toList();
    }

    /// The next order, for whichever thread calls.
    public synchronized Order next() {
        int tenant = random.nextInt(tenants.size());
        Customers customers = tenants.get(tenant);
        Customers strangers = tenants.get((tenant + 1) % tenants.size());
        Kind kind = kind();
        int creditor = random.nextInt(ACCOUNTS);
        int debtor = (creditor + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        Account payer = kind == Kind.BEYOND_FUNDS ? customers.poor() : customers.rich().get(debtor);
        Money amount = Money.of(1 + random.nextInt(500), CURRENCY);
        return new Order(
                customers.tenant(),
                strangers.tenant(),
                PaymentOrder.of(payer, customers.rich().get(creditor), amount),
                UUID.randomUUID().toString(),
                kind);
    }

    private Kind kind() {
        int percent = random.nextInt(100);
        for (Map.Entry<Kind, Integer> share : SHARES.entrySet()) {
            percent -= share.getValue();
            if (percent < 0) {
                return share.getKey();
            }
        }
        return Kind.PLAIN;
    }
}
