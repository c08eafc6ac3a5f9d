package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.Topic;
import io.paymentsengine.platform.messaging.DeadLetters;
import io.paymentsengine.platform.messaging.Outbox;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.stores.Database;
import io.paymentsengine.simulation.stores.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The messaging part of a service's database: one outbox row for each transaction that sends messages, the
/// offset of each partition, and the dead letters.
public final class PostOffice implements Outbox, DeadLetters {

    /// The minimum age of an unsent row before it counts as left behind.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Wire wire;
    private final Clock clock;
    private final Set<Breach> breaches;
    private final Table<Integer, Row> rows;
    private final Table<Place, Integer> offsets;
    private final Table<Integer, String> dead;
    private final List<Outgoing> pending = new ArrayList<>();
    private int lastRow;
    private int lastDead;

    /// Messages that were committed together.
    record Row(int id, Instant at, List<Letter> letters) {}

    /// A partition.
    record Place(Topic<?> topic, int partition) {}

    public PostOffice(Database database, Wire wire, Clock clock, Set<Breach> breaches) {
        this.wire = wire;
        this.clock = clock;
        this.breaches = breaches;
        this.rows = database.table();
        this.offsets = database.table();
        this.dead = database.table();
    }

    @Override
    public void addAll(Collection<Outgoing> messages) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("messages are sent by a transaction");
        }
        pending.addAll(messages);
    }

    @Override
    public void add(Received<?> message, String reason, String detail) {
        dead.insert(lastDead++, "%s: %s %s".formatted(reason, detail, message.message()));
    }

    /// The dead letters, each with the reason why it could not be handled.
    public Collection<String> dead() {
        return dead.all();
    }

    /// Stores the messages of the transaction as one row. They are sorted by payment, because the order in
    /// which a service adds them differs from JVM to JVM; the order within one key is kept.
    Optional<Row> store(Collection<Integer> acknowledged) {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        List<Letter> letters =
                pending.stream()
                        .sorted(Comparator.comparing(each -> each.message().paymentId()))
                        .map(wire::write)
                        .toList();
        Row row = new Row(lastRow++, clock.instant(), letters);
        if (!breaches.contains(Breach.OUTBOX_IN_MEMORY)) {
            rows.insert(row.id(), row);
        }
        acknowledged.forEach(rows::remove);
        return Optional.of(row);
    }

    /// The transaction is over.
    void forgetPending() {
        pending.clear();
    }

    void delete(Collection<Integer> ids) {
        ids.forEach(rows::remove);
    }

    /// Rows so old that apparently nobody is sending them.
    List<Row> leftBehind() {
        Instant before = clock.instant().minus(PATIENCE);
        return rows.all().stream().filter(row -> !row.at().isAfter(before)).toList();
    }

    /// When the oldest row will count as left behind.
    public Optional<Instant> nextLeftBehind() {
        return rows.all().stream()
                .map(row -> row.at().plus(PATIENCE))
                .min(Comparator.naturalOrder());
    }

    int offset(Topic<?> topic, int partition) {
        return offsets.find(new Place(topic, partition)).orElse(0);
    }

    void move(Topic<?> topic, int partition, int to) {
        offsets.put(new Place(topic, partition), to);
    }
}
