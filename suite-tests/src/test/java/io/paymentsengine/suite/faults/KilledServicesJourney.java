package io.paymentsengine.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.Numbers;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.faults.PatientClient.Done;
import io.paymentsengine.suite.invariants.Invariants;
import io.paymentsengine.suite.invariants.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that the promises hold when processes are killed in the middle of their work.
@ExtendWith(RunningSuite.class)
class KilledServicesJourney {

    private static final int PAYMENTS = 2_000;
    private static final int CLIENTS = 48;
    private static final int BETWEEN_KILLS = PAYMENTS / (Service.values().length + 1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Suite suite;
    private final AtomicInteger done = new AtomicInteger();

    KilledServicesJourney(Suite suite) {
        this.suite = suite;
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void killed_in_the_middle_of_it_every_service_comes_back_and_nothing_is_lost()
            throws Exception {
        long seed = Numbers.ofSystemProperties().any("seed").orElseGet(System::nanoTime);
        System.out.println("Repeat this order of faults with -Dseed=" + seed);
        Random random = new Random(seed);
        List<Order> orders = new Orders(suite, random).make(PAYMENTS);

        List<Done> all;
        try (ExecutorService clients =
                Executors.newFixedThreadPool(CLIENTS, Thread.ofVirtual().factory())) {
            List<Future<Done>> running =
                    orders.stream().map(order -> clients.submit(() -> carryOut(order))).toList();
            all = results(running, clients, random);
        }

        Awaitility.await("rest")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Invariants.unsettled(suite)).isEmpty());
        assertThat(all).filteredOn(one -> !one.endedAsItMay()).isEmpty();
        assertThat(Invariants.violations(suite, receipts(all))).isEmpty();
    }

    private Done carryOut(Order order) {
        Done result = PatientClient.carryOut(order);
        done.incrementAndGet();
        return result;
    }

    /// Kills one service after the other, each while payments are in flight.
    private void killEachService(Random random) {
        List<Service> victims = new ArrayList<>(List.of(Service.values()));
        Collections.shuffle(victims, random);
        for (Service victim : victims) {
            int next = done.get() + BETWEEN_KILLS;
            Awaitility.await(next + " payments")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> done.get() >= next);
            suite.kill(victim);
            assertThat(done).as("payments before %s died", victim).hasValueLessThan(PAYMENTS);
            suite.restart(victim);
        }
    }

    /// If a service stays down, the queued payments are abandoned.
    private List<Done> results(List<Future<Done>> running, ExecutorService clients, Random random)
            throws InterruptedException, ExecutionException {
        try {
            killEachService(random);
            return results(running);
        } catch (Exception | AssertionError failed) {
            clients.shutdownNow();
            throw failed;
        }
    }

    private static List<Done> results(List<Future<Done>> running)
            throws InterruptedException, ExecutionException {
        List<Done> results = new ArrayList<>();
        for (Future<Done> one : running) {
            results.add(one.get());
        }
        return results;
    }

    private static List<Receipt> receipts(List<Done> all) {
        return all.stream().flatMap(one -> one.receipts().stream()).toList();
    }
}
