package io.paymentsengine.suite.journeys;

import static io.paymentsengine.suite.journeys.Sums.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that a client can repeat a request when it does not know whether the first one arrived.
@ExtendWith(RunningSuite.class)
class IdempotencyJourney {

    private static final int REPEATS = 100;
    private static final String REPLAYED = "Idempotency-Replayed";

    private final Tenant std;
    private final Tenant ned;
    private final Account debtor;
    private final Account creditor;
    private final PaymentOrder order;
    private final String key = UUID.randomUUID().toString();

    IdempotencyJourney(Suite suite) {
        std = Tenant.standard(suite);
        ned = Tenant.nederland(suite);
        debtor = std.opensWith(eur("100.00"));
        creditor = std.opens("EUR");
        order = PaymentOrder.of(debtor, creditor, eur("1.00"));
    }

    @Test
    void a_repeat_gets_the_first_answer_and_does_nothing() {
        Answer first = ask(std, order).expecting(202);
        Payment payment = std.end(first.as(Payment.class).id());

        Answer repeated = ask(std, order).expecting(202);

        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(repeated.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header(REPLAYED)).isEmpty();
        assertThat(repeated.header(REPLAYED)).contains("true");
        assertThat(std.payment(payment.id())).isEqualTo(payment);
        assertThat(std.account(debtor.id()).balance().money()).isEqualTo(eur("99.00"));
    }

    @Test
    void a_hundred_at_once_make_one_payment() throws InterruptedException {
        List<Answer> answers = atOnce(REPEATS);

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(202, 409))
                .filteredOn(Answer::isSuccess)
                .isNotEmpty()
                .extracting(answer -> answer.as(Payment.class).id())
                .containsOnly(ask(std, order).as(Payment.class).id());
        assertThat(answers)
                .filteredOn(answer -> !answer.isSuccess())
                .extracting(Answer::problem)
                .allMatch("idempotency-key-in-flight"::equals);
        std.end(ask(std, order).as(Payment.class).id());
        assertThat(std.account(debtor.id()).balance().money()).isEqualTo(eur("99.00"));
        assertThat(std.entries(creditor)).hasSize(1);
    }

    @Test
    void the_key_of_another_request_is_refused() {
        ask(std, order).expecting(202);

        Answer other = ask(std, PaymentOrder.of(debtor, creditor, eur("2.00"))).expecting(422);

        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void tenants_do_not_share_keys() {
        PaymentOrder nederlands =
                PaymentOrder.of(ned.opensWith(eur("5.00")), ned.opens("EUR"), eur("1.00"));
        String first = ask(std, order).expecting(202).as(Payment.class).id();

        Answer foreign = ask(ned, nederlands).expecting(202);

        assertThat(foreign.header(REPLAYED)).isEmpty();
        assertThat(foreign.as(Payment.class).id()).isNotEqualTo(first);
    }

    @Test
    void a_deposit_is_repeated_without_effect_too() {
        String deposits = Tenant.ACCOUNTS + "/" + debtor.id() + "/deposits";
        var body = Map.of("amount", Map.of("value", "5.00", "currency", "EUR"));

        for (int time = 0; time < 3; time++) {
            std.caller()
                    .post(Service.ACCOUNT_SERVICE, deposits, body, Tenant.IDEMPOTENCY_KEY, key)
                    .expecting(200, 201);
        }

        assertThat(std.account(debtor.id()).balance().money()).isEqualTo(eur("105.00"));
    }

    private Answer ask(Tenant tenant, PaymentOrder wanted) {
        return tenant.asks(wanted, Tenant.IDEMPOTENCY_KEY, key);
    }

    private List<Answer> atOnce(int times) throws InterruptedException {
        Callable<Answer> repeat = () -> ask(std, order);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(times, repeat)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
