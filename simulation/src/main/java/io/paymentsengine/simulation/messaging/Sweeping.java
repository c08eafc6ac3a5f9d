package io.paymentsengine.simulation.messaging;

import io.paymentsengine.simulation.fate.Blow;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.messaging.PostOffice.Row;
import java.util.List;

/// Sends what was committed but not acknowledged, whichever replica committed it, and deletes acknowledged
/// rows. It may crash between the send and the delete.
final class Sweeping implements Work {

    private final Replica replica;
    private final Fate fate;

    Sweeping(Replica replica, Fate fate) {
        this.replica = replica;
        this.fate = fate;
    }

    @Override
    public boolean isDue() {
        return !replica.service().breaks(Breach.NOBODY_SWEEPS)
                && (!replica.acknowledged().isEmpty() || !post().leftBehind().isEmpty());
    }

    @Override
    public boolean prepare() {
        replica.service().inTransaction(() -> post().delete(replica.acknowledged()));
        replica.acknowledged().clear();
        for (Row row : post().leftBehind()) {
            if (!swept(row)) {
                return true;
            }
        }
        return true;
    }

    @Override
    public void transact() {
        throw new IllegalStateException("sweeping has transactions of its own");
    }

    private boolean swept(Row row) {
        List<Integer> id = List.of(row.id());
        if (replica.service().breaks(Breach.SWEPT_BEFORE_SENT)) {
            replica.service().inTransaction(() -> post().delete(id));
        }
        if (fate.strikes(Blow.CRASH)) {
            replica.crash(replica + " before sweeping");
            return false;
        }
        if (fate.strikes(Blow.ABSENCE)) {
            replica.note(replica + " finds no broker while sweeping");
            return true;
        }
        row.letters().forEach(replica::send);
        if (fate.strikes(Blow.CRASH)) {
            replica.crash(replica + " after sweeping");
            return false;
        }
        replica.service().inTransaction(() -> post().delete(id));
        return true;
    }

    private PostOffice post() {
        return replica.service().post();
    }
}
