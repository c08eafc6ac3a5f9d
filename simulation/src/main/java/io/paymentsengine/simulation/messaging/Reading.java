package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.platform.messaging.Inbound;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.simulation.fate.Blow;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.messaging.Broker.Delivery;
import java.util.ArrayList;
import java.util.List;

/// Reads a topic: polls some of the messages after the stored offsets, and later handles them in the
/// transaction that moves those offsets. If another replica has moved them in the meantime, the batch is
/// stale and is dropped.
final class Reading<M extends Message> implements Work {

    private static final int OF_A_PARTITION_MAX = 20;

    private final Replica replica;
    private final Inbound<M> inbound;
    private final Broker broker;
    private final Wire wire;
    private final Fate fate;
    private final List<Polled> polled = new ArrayList<>();

    /// What a poll returned for one partition.
    private record Polled(int partition, int from, List<Delivery> deliveries) {

        int to() {
            return from + deliveries.size();
        }
    }

    Reading(Replica replica, Inbound<M> inbound, Broker broker, Wire wire, Fate fate) {
        this.replica = replica;
        this.inbound = inbound;
        this.broker = broker;
        this.wire = wire;
        this.fate = fate;
    }

    @Override
    public boolean isDue() {
        if (!polled.isEmpty()) {
            return true;
        }
        for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
            if (replica.reads(partition) && offset(partition) < broker.end(topic(), partition)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean prepare() {
        if (polled.isEmpty()) {
            poll();
            return true;
        }
        boolean fenced = polled.stream().anyMatch(each -> offset(each.partition) != each.from);
        if (fenced && !movesBefore()) {
            replica.note(replica + " is fenced on " + topic().name());
            polled.clear();
            return true;
        }
        return false;
    }

    @Override
    public void transact() {
        if (!movesBefore() && !movesAfter()) {
            moveOffsets();
        }
        inbound.handler().handle(received());
    }

    @Override
    public void committed() {
        polled.forEach(each -> each.deliveries.forEach(Delivery::handled));
    }

    @Override
    public void survived() {
        if (movesAfter()) {
            replica.service().inTransaction(this::moveOffsets);
        }
        polled.clear();
    }

    @Override
    public void forget() {
        polled.clear();
    }

    private void poll() {
        if (fate.strikes(Blow.REBALANCE)) {
            replica.note(replica.service().name() + " is rebalanced");
            replica.service().rebalance();
        }
        for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
            int from = offset(partition);
            int there = broker.end(topic(), partition) - from;
            if (replica.reads(partition) && there > 0) {
                int to = from + 1 + fate.below(Math.min(there, OF_A_PARTITION_MAX));
                polled.add(
                        new Polled(
                                partition,
                                from,
                                List.copyOf(broker.read(topic(), partition, from, to))));
            }
        }
        if (movesBefore()) {
            replica.service().inTransaction(this::moveOffsets);
        }
    }

    private List<Received<M>> received() {
        return polled.stream()
                .flatMap(each -> each.deliveries.stream())
                .map(Delivery::letter)
                .map(this::read)
                .toList();
    }

    private Received<M> read(Letter letter) {
        replica.tell("handles", letter);
        return wire.read(letter, topic());
    }

    private void moveOffsets() {
        polled.forEach(each -> replica.service().post().move(topic(), each.partition, each.to()));
    }

    private boolean movesBefore() {
        return replica.service().breaks(Breach.OFFSETS_BEFORE_EFFECTS);
    }

    private boolean movesAfter() {
        return replica.service().breaks(Breach.OFFSETS_AFTER_EFFECTS);
    }

    private Topic<M> topic() {
        return inbound.topic();
    }

    private int offset(int partition) {
        return replica.service().post().offset(topic(), partition);
    }
}
