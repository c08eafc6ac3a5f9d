package io.paymentsengine.saga.application;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.SagaCommand;
import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.platform.telemetry.TenantTags;
import io.paymentsengine.platform.tenancy.Tenant;
import io.paymentsengine.platform.tenancy.Tenants;
import io.paymentsengine.saga.domain.Cause;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/// Everything that use cases work with, in memory, at a time that tests set.
final class Desk {

    final MemorySagas sagas = new MemorySagas();
    final List<Outgoing> sent = new ArrayList<>();
    final List<SagaKey> announced = new ArrayList<>();
    final List<String> dead = new ArrayList<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final SagaMeters meters;
    Instant now = Sample.NOW;

    Desk() {
        Tenants tenants = new Tenants(List.of(tenant("STD-001"), tenant("NED-001")));
        this.meters = new SagaMeters(registry, new TenantTags(tenants), tenants);
    }

    Batches batches() {
        return new Batches(
                sagas,
                sagas,
                sent::addAll,
                announced::addAll,
                meters,
                Sample.ENGINE,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    void command(SagaKey key, SagaCommand... commands) {
        committing(
                () -> {
                    new HandleSagaCommands(batches())
                            .handle(Stream.of(commands).map(each -> received(key, each)).toList());
                    return key;
                });
    }

    void reply(SagaKey key, SagaReply... replies) {
        committing(
                () -> {
                    new HandleSagaReplies(
                                    batches(), (_, reason, detail) -> dead.add(reason + detail))
                            .handle(Stream.of(replies).map(each -> received(key, each)).toList());
                    return key;
                });
    }

    int passTime(int max) {
        return committing(() -> new HandleDeadlines(batches()).pass(max));
    }

    /// Runs the work, and then everything that waits for its commit.
    <T> T committing(Supplier<T> work) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            T result = work.get();
            TransactionSynchronizationUtils.invokeAfterCommit(
                    TransactionSynchronizationManager.getSynchronizations());
            return result;
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    /// The messages sent since the last call.
    List<Message> heard() {
        List<Message> messages = sent.stream().map(Outgoing::message).toList();
        sent.clear();
        return messages;
    }

    PaymentSaga saga(SagaKey key) {
        return sagas.find(key).orElseThrow();
    }

    /// Service, step and event of each entry.
    List<String> journal(SagaKey key) {
        return sagas.of(key).stream().map(JournalEntry::cause).map(Desk::text).toList();
    }

    private static String text(Cause cause) {
        return String.join(" ", cause.service(), cause.step(), cause.event());
    }

    private static <M extends Message> Received<M> received(SagaKey key, M message) {
        return new Received<>(message, key.tenant(), "trace", null);
    }

    private static Tenant tenant(String id) {
        return new Tenant(
                new TenantId(id),
                "A tenant",
                Tenant.Tier.STANDARD,
                new Tenant.Limits(Map.of(), 1, 1),
                new Tenant.Quotas(1));
    }
}
