package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.batching.GroupCommit;
import io.paymentsengine.platform.batching.QueueFullException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcceptQueueTest {

    private static final int MAX = 8;

    private final CountDownLatch mayCommit = new CountDownLatch(1);
    private final GroupCommit<NewPayment, Outcome> writer =
            new GroupCommit<>("test", MAX, MAX, Duration.ZERO, this::accept);
    private final AcceptQueue queue = new AcceptQueue(writer, MAX);

    @AfterEach
    void close() {
        mayCommit.countDown();
        writer.close();
    }

    @Test
    void a_tenant_alone_gets_half_of_the_places_and_others_still_get_in() {
        CompletableFuture<Optional<List<Outcome>>> first = submit(Samples.STD, 4);

        assertThat(toldAtOnce(Samples.STD)).isEmpty();
        CompletableFuture<Optional<List<Outcome>>> other = submit(Samples.NED, 2);

        mayCommit.countDown();
        assertThat(first.join()).hasValueSatisfying(told -> assertThat(told).hasSize(4));
        assertThat(other.join()).hasValueSatisfying(told -> assertThat(told).hasSize(2));
    }

    @Test
    void what_was_committed_makes_room() {
        mayCommit.countDown();

        for (int again = 0; again < 3; again++) {
            assertThat(queue.submit(Samples.STD, some(Samples.STD, 4))).isPresent();
        }
    }

    @Test
    void who_finds_that_others_have_taken_all_is_not_told_that_it_was_too_much_of_its_own() {
        var _ = submit(Samples.STD, MAX);
        Awaitility.await().until(() -> writer.waiting() == 0);
        var _ = submit(new TenantId("ONE-001"), MAX);
        Awaitility.await().until(() -> writer.waiting() == MAX);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> toldAtOnce(Samples.NED))
                .withCauseInstanceOf(QueueFullException.class);
    }

    /// The answer to a payment that is refused. If it were let in, it would wait for as long as the
    /// test does.
    private Optional<List<Outcome>> toldAtOnce(TenantId tenant) {
        return CompletableFuture.supplyAsync(
                        () -> queue.submit(tenant, some(tenant, 1)), Thread::startVirtualThread)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /// Returns once the payments are waiting or being written.
    private CompletableFuture<Optional<List<Outcome>>> submit(TenantId tenant, int number) {
        CompletableFuture<Optional<List<Outcome>>> outcomes = new CompletableFuture<>();
        Thread submitting =
                Thread.startVirtualThread(
                        () -> outcomes.complete(queue.submit(tenant, some(tenant, number))));
        Awaitility.await().until(() -> submitting.getState() == Thread.State.WAITING);
        return outcomes;
    }

    private static List<NewPayment> some(TenantId tenant, int number) {
        return Stream.generate(() -> Samples.payment(tenant))
                .limit(number)
                .map(each -> new NewPayment(each, Optional.empty(), Optional.empty()))
                .toList();
    }

    private List<Outcome> accept(List<NewPayment> group) {
        try {
            mayCommit.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return group.stream()
                .map(each -> (Outcome) new Outcome.Accepted(each.payment(), false))
                .toList();
    }
}
