package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.application.RequestPayment.Request;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.batching.GroupCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestPaymentTest {

    private static final Instant AT = Instant.parse("2036-01-31T12:00:00Z");
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final MemoryPayments payments = new MemoryPayments();
    private final Meters meters = new Meters();
    private final Backlog backlog = new Backlog(payments, meters.payments, Clock.systemUTC());
    private final AcceptPayments acceptPayments = new AcceptPayments(payments, _ -> {});
    private final Transfer transfer = Samples.transfer();
    private Function<List<NewPayment>, List<Outcome>> commit = acceptPayments::accept;
    private final GroupCommit<NewPayment, Outcome> writer =
            new GroupCommit<>("test", 10, 10, Duration.ZERO, group -> commit.apply(group));
    private final CountDownLatch committing = new CountDownLatch(1);
    private final CountDownLatch mayCommit = new CountDownLatch(1);
    private Watches watches = new Watches(10, 10);

    @AfterEach
    void close() {
        mayCommit.countDown();
        writer.close();
    }

    @Test
    void a_payment_is_accepted_and_counted() {
        Payment payment = accepted(request(NOT_AT_ALL, "key"), false);

        assertThat(payments.find(new PaymentKey(Samples.STD, payment.id()))).contains(payment);
        assertThat(payment.transfer()).isEqualTo(transfer);
        assertThat(meters.accepted()).isEqualTo(1);
    }

    @Test
    void a_repeat_is_the_first_one_and_not_counted() {
        Payment first = accepted(request(NOT_AT_ALL, "key"), false);

        assertThat(request(NOT_AT_ALL, "key")).isEqualTo(new Outcome.Repeated(first, false));
        assertThat(meters.accepted()).isEqualTo(1);
    }

    @Test
    void a_key_that_was_used_for_something_else_is_taken() {
        accepted(request(NOT_AT_ALL, "key"), false);
        Request other =
                new Request(Samples.STD, Optional.of("key"), Samples.transfer(), Duration.ZERO);
        Request waiting = new Request(Samples.STD, Optional.of("key"), Samples.transfer(), LONG);

        assertThat(requestPayment().request(other)).isEqualTo(new Outcome.KeyTaken());
        assertThat(requestPayment().request(waiting)).isEqualTo(new Outcome.KeyTaken());
    }

    @Test
    void a_repeat_of_what_has_no_answer_yet_is_in_flight() throws Exception {
        commit = this::acceptWhenAllowed;
        RequestPayment requestPayment = requestPayment();
        CompletableFuture<Outcome> first =
                CompletableFuture.supplyAsync(
                        () -> requestPayment.request(requestOf(NOT_AT_ALL, "key")));
        committing.await();

        CompletableFuture<Outcome> second =
                CompletableFuture.supplyAsync(() -> requestPayment.request(requestOf(LONG, "key")));
        await().until(second::isDone);
        mayCommit.countDown();

        assertThat(second.join()).isEqualTo(new Outcome.InFlight());
        accepted(first.join(), false);
        assertThat(requestPayment.request(requestOf(NOT_AT_ALL, "key")))
                .isInstanceOf(Outcome.Repeated.class);
    }

    @Test
    void several_are_requested_at_once_and_answered_in_their_order() {
        List<Request> several =
                List.of(
                        requestOf(NOT_AT_ALL, "key"),
                        requestOf(NOT_AT_ALL, ""),
                        requestOf(NOT_AT_ALL, "key"));

        List<Outcome> outcomes = requestPayment().requestAll(several);

        Payment first = accepted(outcomes.getFirst(), false);
        assertThat(accepted(outcomes.get(1), false)).isNotEqualTo(first);
        assertThat(outcomes.getLast()).isEqualTo(new Outcome.Repeated(first, false));
        assertThat(meters.accepted()).isEqualTo(2);
    }

    @Test
    void of_several_those_wait_whose_key_another_request_is_using() throws Exception {
        commit = this::acceptWhenAllowed;
        RequestPayment requestPayment = requestPayment();
        List<Request> one = List.of(requestOf(NOT_AT_ALL, "key"));
        CompletableFuture<List<Outcome>> first =
                CompletableFuture.supplyAsync(() -> requestPayment.requestAll(one));
        committing.await();

        CompletableFuture<List<Outcome>> second =
                CompletableFuture.supplyAsync(() -> requestPayment.requestAll(one));
        await().until(second::isDone);
        mayCommit.countDown();

        assertThat(second.join()).containsExactly(new Outcome.InFlight());
        Payment payment = accepted(first.join().getFirst(), false);
        assertThat(requestPayment.requestAll(one))
                .containsExactly(new Outcome.Repeated(payment, false));
    }

    @Test
    void a_key_whose_request_failed_is_free_again() {
        RequestPayment requestPayment = requestPayment();
        commit =
                _ -> {
                    throw new IllegalStateException("the store is away");
                };
        assertThatIllegalStateException()
                .isThrownBy(() -> requestPayment.request(requestOf(NOT_AT_ALL, "key")));
        commit = acceptPayments::accept;

        accepted(requestPayment.request(requestOf(NOT_AT_ALL, "key")), false);
    }

    @Test
    void who_waits_gets_the_end_when_it_comes() {
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(() -> request(LONG, ""));

        Payment.Ended end = endTheOnlyOne();

        assertThat(accepted(waiting.join(), true)).isEqualTo(end);
        assertThat(watches.size()).isZero();
    }

    @Test
    void who_waits_here_is_handed_the_end_and_need_not_look() {
        payments.failLooks(Integer.MAX_VALUE);
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(() -> request(LONG, ""));

        Payment.Ended end = endTheOnlyOne();

        assertThat(accepted(waiting.join(), true)).isEqualTo(end);
    }

    @Test
    void who_waits_gets_no_other_tenants_end() {
        CompletableFuture<Outcome> waiting =
                CompletableFuture.supplyAsync(() -> request(Duration.ofMillis(500), ""));
        await().until(() -> watches.size() == 1);
        Payment.Accepted ours = theOnlyOne();

        watches.ended(
                List.of(
                        new Payment.Accepted(Samples.NED, ours.id(), ours.transfer())
                                .complete(AT)));

        assertThat(accepted(waiting.join(), true)).isEqualTo(ours);
    }

    @Test
    void who_waits_looks_again_where_no_news_come() {
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(() -> request(LONG, ""));
        Payment.Ended end = theOnlyOne().complete(AT);
        payments.endAll(List.of(end));

        assertThat(accepted(waiting.join(), true)).isEqualTo(end);
    }

    @Test
    void who_waits_while_the_store_is_away_is_told_that_it_is_accepted() {
        payments.failLooks(Integer.MAX_VALUE);

        Outcome outcome = request(Duration.ofMillis(50), "");

        assertThat(accepted(outcome, true)).isInstanceOf(Payment.Accepted.class);
    }

    @Test
    void a_look_that_fails_does_not_end_the_wait() {
        payments.failLooks(1);
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(() -> request(LONG, ""));
        Payment.Ended end = theOnlyOne().complete(AT);
        payments.endAll(List.of(end));

        assertThat(accepted(waiting.join(), true)).isEqualTo(end);
    }

    @Test
    void a_repeat_that_waits_while_the_store_is_away_is_told_that_it_is_accepted() {
        Payment first = accepted(request(NOT_AT_ALL, "key"), false);
        payments.failLooks(Integer.MAX_VALUE);

        assertThat(request(Duration.ofMillis(50), "key"))
                .isEqualTo(new Outcome.Repeated(first, true));
    }

    @Test
    void who_waits_in_vain_is_told_that_it_is_accepted() {
        Outcome outcome = request(Duration.ofMillis(50), "");

        assertThat(accepted(outcome, true)).isInstanceOf(Payment.Accepted.class);
    }

    @Test
    void who_finds_no_place_does_not_wait() {
        watches = new Watches(0, 0);

        assertThat(accepted(request(LONG, ""), false)).isInstanceOf(Payment.Accepted.class);
    }

    @Test
    void a_repeat_that_waits_takes_one_place_and_gets_the_end_that_there_is() {
        watches = new Watches(1, 0);
        accepted(request(NOT_AT_ALL, "key"), false);
        Payment.Ended end = theOnlyOne().complete(AT);
        payments.endAll(List.of(end));

        assertThat(request(LONG, "key")).isEqualTo(new Outcome.Repeated(end, true));
        assertThat(watches.size()).isZero();
    }

    private List<Outcome> acceptWhenAllowed(List<NewPayment> group) {
        committing.countDown();
        try {
            mayCommit.await();
        } catch (InterruptedException closing) {
            throw new IllegalStateException(closing);
        }
        return acceptPayments.accept(group);
    }

    private Payment.Ended endTheOnlyOne() {
        await().until(() -> watches.size() == 1);
        Payment.Ended end = theOnlyOne().complete(AT);
        payments.endAll(List.of(end));
        watches.ended(List.of(end));
        return end;
    }

    private Payment.Accepted theOnlyOne() {
        return await().until(
                        () ->
                                payments.lockAccepted(
                                        new OpenQuery(Samples.STD, Optional.empty(), AT, 1)),
                        found -> !found.isEmpty())
                .getFirst()
                .payment();
    }

    private static Payment accepted(Outcome outcome, boolean waited) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.waited()).isEqualTo(waited));
        return ((Outcome.Accepted) outcome).payment();
    }

    private Outcome request(Duration patience, String key) {
        return requestPayment().request(requestOf(patience, key));
    }

    private RequestPayment requestPayment() {
        FindPayments find = new FindPayments(payments);
        return new RequestPayment(
                new AcceptQueue(writer, 20),
                backlog,
                new RefuseCongested(find),
                new AwaitEnd(watches, find),
                meters.payments);
    }

    private Request requestOf(Duration patience, String key) {
        return new Request(
                Samples.STD, Optional.of(key).filter(text -> !text.isEmpty()), transfer, patience);
    }
}
