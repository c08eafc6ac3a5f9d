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

/// What messaging keeps in a service's database: one outbox row for each transaction that says
/// something, how far each partition was handled, and dead letters.
public final class PostOffice implements Outbox, DeadLetters {

    /// How old an unsent row has to be before it is taken for left behind.
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

    /// Why messages could not be handled.
    public Collection<String> dead() {
        return dead.all();
    }

    /// Stores what the transaction says. The order is that of payments, because the one in which a
    /// service names them differs from JVM to JVM; for one key it stays as it is.
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

    /// Rows that have waited for so long that nobody seems to send them.
    List<Row> leftBehind() {
        Instant before = clock.instant().minus(PATIENCE);
        return rows.all().stream().filter(row -> !row.at().isAfter(before)).toList();
    }

    /// When the oldest row will have waited for so long.
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
