package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.messaging.Outbox;
import io.paymentsengine.platform.tenancy.TenantScope;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two replicas may see the same key, and one group may contain it twice: the table decides.
class AcceptPaymentsIT extends RunningPaymentService {

    private static final int KEYS = 100;

    @Autowired private AcceptPayments acceptPayments;
    @Autowired private Payments payments;
    @Autowired private Outbox outbox;
    @Autowired private TransactionTemplate transaction;

    private final String key = UUID.randomUUID().toString();
    private final Transfer transfer = Samples.transfer();

    @SuppressWarnings("NullAway.Init") // Spring injects
    AcceptPaymentsIT() {}

    @Test
    void a_key_counts_once_in_a_group_and_once_for_each_tenant() {
        NewPayment first = payment(Samples.STD, key, transfer);
        NewPayment again = payment(Samples.STD, key, transfer);
        NewPayment other = payment(Samples.STD, key, Samples.transfer());
        NewPayment foreign = payment(Samples.NED, key, transfer);

        assertThat(accept(List.of(first, again, other, foreign)))
                .containsExactly(
                        new Outcome.Accepted(first.payment(), false),
                        new Outcome.Repeated(first.payment(), false),
                        new Outcome.KeyTaken(),
                        new Outcome.Accepted(foreign.payment(), false));
    }

    @Test
    void a_group_that_comes_again_after_its_commit_is_accepted_once() {
        NewPayment keyed = payment(Samples.STD, key, transfer);
        NewPayment bare = new NewPayment(Samples.payment(), Optional.empty(), Optional.empty());
        List<Outcome> first = accept(List.of(keyed, bare));

        assertThat(accept(List.of(keyed, bare)))
                .isEqualTo(first)
                .containsExactly(
                        new Outcome.Accepted(keyed.payment(), false),
                        new Outcome.Accepted(bare.payment(), false));
    }

    @Test
    void without_a_key_the_same_transfer_is_another_payment() {
        NewPayment one = new NewPayment(Samples.payment(), Optional.empty(), Optional.empty());
        NewPayment two =
                new NewPayment(
                        new Payment.Accepted(
                                Samples.STD, new PaymentId(Ids.next()), one.payment().transfer()),
                        Optional.empty(),
                        Optional.empty());

        assertThat(accept(List.of(one, two)))
                .containsExactly(
                        new Outcome.Accepted(one.payment(), false),
                        new Outcome.Accepted(two.payment(), false));
    }

    @Test
    void a_key_that_is_forgotten_just_after_it_was_refused_is_new() {
        NewPayment old = payment(Samples.STD, key, transfer);
        NewPayment late = payment(Samples.STD, key, transfer);
        NewPayment again = payment(Samples.STD, key, transfer);
        accept(List.of(old));
        AcceptPayments overtaken = new AcceptPayments(forgetting(old), outbox);

        List<Outcome> outcomes =
                TenantScope.worker()
                        .call(
                                () ->
                                        transaction.execute(
                                                _ -> overtaken.accept(List.of(late, again))));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome.Accepted(late.payment(), false),
                        new Outcome.Repeated(late.payment(), false));
    }

    /// Wraps the payments so that, just before keys are looked up, this payment ends and loses its key.
    private Payments forgetting(NewPayment payment) {
        JdbcClient other = JdbcClient.create(stores.database("payments").asSuperuser());
        return (Payments)
                Proxy.newProxyInstance(
                        Payments.class.getClassLoader(),
                        new Class<?>[] {Payments.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("findByRequestKeys")) {
                                forgetKey(other, payment);
                            }
                            return method.invoke(payments, arguments);
                        });
    }

    private static void forgetKey(JdbcClient other, NewPayment payment) {
        UUID id = payment.payment().id().value();
        other.sql(
                        """
                        UPDATE payment SET status = 'COMPLETED', ended_at = now()
                        WHERE id = :id AND status = 'ACCEPTED'
                        """)
                .param("id", id)
                .update();
        other.sql("UPDATE payment SET idempotency_key = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    @Test
    void two_replicas_with_the_same_keys_in_other_orders_accept_each_once() throws Exception {
        List<String> keys = IntStream.range(0, KEYS).mapToObj(i -> key + i).toList();
        Callable<List<Outcome>> one = () -> accept(group(keys));
        Callable<List<Outcome>> two = () -> accept(group(keys.reversed()));

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Outcome> outcomes =
                    replicas.invokeAll(List.of(one, two, one, two)).stream()
                            .map(Future::resultNow)
                            .flatMap(List::stream)
                            .toList();

            assertThat(accepted(outcomes)).hasSize(KEYS).doesNotHaveDuplicates();
            assertThat(outcomes)
                    .filteredOn(Outcome.Repeated.class::isInstance)
                    .hasSize(3 * KEYS)
                    .map(outcome -> ((Outcome.Repeated) outcome).payment())
                    .containsAll(accepted(outcomes));
        }
    }

    private static List<Payment> accepted(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(
                        outcome ->
                                outcome instanceof Outcome.Accepted(var payment, _)
                                        ? Stream.of(payment)
                                        : Stream.empty())
                .toList();
    }

    private List<NewPayment> group(List<String> keys) {
        return keys.stream().map(each -> payment(Samples.STD, each, transfer)).toList();
    }

    private List<Outcome> accept(List<NewPayment> group) {
        return TenantScope.worker().call(() -> acceptPayments.accept(group));
    }

    private static NewPayment payment(TenantId tenant, String key, Transfer transfer) {
        return new NewPayment(
                new Payment.Accepted(tenant, new PaymentId(Ids.next()), transfer),
                Optional.of(key),
                Optional.empty());
    }
}
