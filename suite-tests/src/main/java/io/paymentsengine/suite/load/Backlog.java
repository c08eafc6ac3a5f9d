package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Bounds the payments in flight, so that a closed loop stays closed. Payments are accepted faster than they
/// end; without a bound, a round would measure how fast they pile up. Senders wait here while too many are in
/// flight.
final class Backlog implements AutoCloseable {

    /// The most payments in flight: enough to fill every service's batches.
    static final int MAX = 4_000;

    /// Each check costs some milliseconds of the PostgreSQL that is being measured.
    private static final Duration GLANCE = Duration.ofMillis(200);

    /// Reads a range of an index, and only as many entries as are needed.
    private static final String OPEN =
            "SELECT count(*) FROM (SELECT FROM payment WHERE tenant_id = 'STD-001'"
                    + " AND status = 'ACCEPTED' LIMIT "
                    + (MAX + 1)
                    + ") AS open";

    private final Connection connection;
    private final PreparedStatement open;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Promise<Void>> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean full;

    Backlog(LocalSuite suite) throws SQLException {
        this.connection = suite.connect(Service.PAYMENT_SERVICE);
        try (Statement settings = connection.createStatement()) {
            settings.execute("SET enable_seqscan = off"); // it competes with what is measured
        }
        this.open = connection.prepareStatement(OPEN);
        var _ =
                watch.scheduleWithFixedDelay(
                        this::look, 0, GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Completes when there is room for one more payment.
    Future<Void> room() {
        if (!full) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = Promise.promise();
        waiting.add(promise);
        return promise.future();
    }

    @Override
    public void close() throws SQLException {
        watch.close();
        connection.close();
    }

    private void look() {
        try (ResultSet row = open.executeQuery()) {
            row.next();
            full = row.getInt(1) > MAX;
        } catch (SQLException failed) {
            throw new IllegalStateException("the backlog cannot be read", failed);
        }
        Promise<Void> next;
        while (!full && (next = waiting.poll()) != null) {
            next.complete();
        }
    }
}
