package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.NewAccount;
import io.paymentsengine.suite.client.Tenant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Accounts with enough credit for the whole benchmark.
final class Customers {

    private static final int AT_ONCE = 32;
    private static final String OVERDRAFT = "100000000.00";

    /// More than any round makes in a minute.
    private static final int PAYMENTS_PER_MINUTE = 1_000_000;

    private Customers() {}

    /// Opens accounts and returns their ids.
    static List<String> open(Tenant tenant, int number) {
        NewAccount rich = NewAccount.in("EUR").withOverdraft(OVERDRAFT);
        try (ExecutorService openers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Account>> opened =
                    Stream.generate(() -> openers.submit(() -> tenant.opens(rich)))
                            .limit(number)
                            .toList();
            return opened.stream().map(Customers::idOf).toList();
        }
    }

    private static String idOf(Future<Account> opened) {
        try {
            return opened.get().id();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("an account could not be opened", failed);
        }
    }

    /// Lifts the limits on the number of payments per minute.
    static void liftLimits(Tenant tenant) {
        tenant.caller()
                .call(
                        Service.VALIDATION_SERVICE,
                        "PUT",
                        Tenant.LIMITS,
                        Map.of(
                                "largestPayment",
                                Map.of("EUR", "50000.00"),
                                "paymentsPerMinuteAndAccount",
                                PAYMENTS_PER_MINUTE,
                                "paymentsPerMinute",
                                PAYMENTS_PER_MINUTE,
                                "operator",
                                "benchmark",
                                "reason",
                                "the benchmark measures what is possible, not what is allowed"))
                .expecting(200);
    }
}
