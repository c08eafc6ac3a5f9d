package io.paymentsengine.simulation.messaging;

import io.paymentsengine.simulation.fate.Blow;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.messaging.PostOffice.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A thread of a process. It commits a transaction, sends the messages of that transaction, and only then
/// goes on. Its process may crash at each boundary: before the commit, after it, and after each message.
public final class Worker {

    private final Replica replica;
    private final Work work;
    private final String name;
    private final Fate fate;
    private final Deque<Letter> unsent = new ArrayDeque<>();
    private int sending;

    Worker(Replica replica, String name, Work work, Fate fate) {
        this.replica = replica;
        this.name = replica + " " + name;
        this.work = work;
        this.fate = fate;
    }

    public boolean isReady() {
        return !unsent.isEmpty() || work.isDue();
    }

    /// Runs to the next boundary.
    public void step() {
        if (!unsent.isEmpty()) {
            send();
        } else if (!work.prepare()) {
            transact();
        }
    }

    void forget() {
        unsent.clear();
        work.forget();
    }

    private void transact() {
        boolean crash = fate.strikes(Blow.CRASH);
        boolean undone = !crash && fate.strikes(Blow.ROLLBACK);
        Optional<Row> row = replica.service().inTransaction(() -> said(), crash || undone);
        if (crash) {
            replica.crash(name + " before its commit");
        } else if (undone) {
            replica.note(name + " is undone");
            work.undone();
        } else {
            committed(row);
        }
    }

    private Optional<Row> said() {
        work.transact();
        Optional<Row> row = replica.service().post().store(replica.acknowledged());
        if (replica.service().breaks(Breach.SENT_BEFORE_COMMIT)) {
            row.ifPresent(each -> each.letters().forEach(replica::send));
        }
        return row;
    }

    private void committed(Optional<Row> row) {
        row.ifPresent(replica::committed);
        work.committed();
        if (fate.strikes(Blow.CRASH)) {
            replica.crash(name + " after its commit");
            return;
        }
        work.survived();
        if (!replica.service().breaks(Breach.SENT_BEFORE_COMMIT)) {
            row.ifPresent(
                    each -> {
                        sending = each.id();
                        unsent.addAll(each.letters());
                    });
        }
    }

    private void send() {
        if (fate.strikes(Blow.ABSENCE)) {
            replica.note(name + " finds no broker");
            unsent.clear();
            return;
        }
        replica.send(unsent.remove());
        if (fate.strikes(Blow.CRASH)) {
            replica.crash(name + " while sending");
        } else if (unsent.isEmpty()) {
            replica.acknowledge(sending);
        }
    }
}
