package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.localstack.Console;
import io.paymentsengine.localstack.LocalStack;
import io.paymentsengine.localstack.Settings;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.client.Amount;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.faults.Order;
import io.paymentsengine.suite.faults.Order.Kind;
import io.paymentsengine.suite.faults.PatientClient.Done;
import io.paymentsengine.suite.invariants.Receipt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {

    /// That nobody has started.
    private static final LocalStack NOWHERE =
            new LocalStack(Settings.apart(Path.of("target", "nowhere")), new Console(System.out));

    @ParameterizedTest
    @CsvSource({
        "DEADLINE_PASSED,    10, true",
        "DEADLINE_PASSED,    20, true",
        "DEADLINE_PASSED,    21, false",
        "INSUFFICIENT_FUNDS, 10, false"
    })
    void only_while_a_clock_is_wrong_may_time_run_out(String reason, long began, boolean excused) {
        Span life = new Span(began, began + 5);
        assertThat(Load.isExcused(rejected(reason), life, List.of(new Span(12, 20))))
                .isEqualTo(excused);
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, COMPLETED, 50, of 50 CANCELLED orders none went as wished",
        "CANCELLED, COMPLETED, 49,",
        "WAITED,    ACCEPTED,  50, of 50 WAITED orders none went as wished",
        "WAITED,    ACCEPTED,  49,",
        "PLAIN,     ACCEPTED,  50,"
    })
    void of_many_some_go_as_wished(Kind kind, String answered, int times, @Nullable String missed) {
        List<Done> otherwise = Collections.nCopies(times, done(kind, answered, "COMPLETED"));

        assertThat(Load.unfulfilled(otherwise)).isEqualTo(Stream.ofNullable(missed).toList());
    }

    @Test
    void one_that_went_as_wished_is_enough() {
        List<Done> otherwise =
                Stream.of(Kind.CANCELLED, Kind.WAITED)
                        .flatMap(
                                kind ->
                                        Collections.nCopies(50, done(kind, "ACCEPTED", "COMPLETED"))
                                                .stream())
                        .toList();
        List<Done> wished =
                List.of(
                        done(Kind.CANCELLED, "ACCEPTED", "CANCELLED"),
                        done(Kind.WAITED, "COMPLETED", "COMPLETED"));

        assertThat(Load.unfulfilled(otherwise)).hasSize(2);
        assertThat(Load.unfulfilled(Stream.concat(otherwise.stream(), wished.stream()).toList()))
                .isEmpty();
    }

    private static Done done(Kind kind, String answered, String end) {
        PaymentOrder order = PaymentOrder.of("one", "another", Money.parse("1.00", "EUR"));
        List<Receipt> receipts =
                List.of(new Receipt("STD-001", "key", order, payment(answered, null)));
        Tenant tenant = Tenant.standard(LocalSuite.of(NOWHERE));
        Order carriedOut = new Order(tenant, tenant, order, "key", kind);
        return new Done(carriedOut, receipts, payment(end, null));
    }

    private static Payment rejected(String reason) {
        return payment("REJECTED", new Payment.Reason(reason, ""));
    }

    private static Payment payment(String status, Payment.@Nullable Reason reason) {
        return new Payment(
                "a payment",
                status,
                reason,
                "one",
                "another",
                new Amount("1.00", "EUR"),
                "",
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
