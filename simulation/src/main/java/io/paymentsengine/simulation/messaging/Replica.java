package io.paymentsengine.simulation.messaging;

import io.paymentsengine.platform.messaging.Inbound;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.messaging.PostOffice.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A process of a service: its workers, and what they hold in memory.
public final class Replica {

    private final Service service;
    private final int number;
    private final Broker broker;
    private final Chronicle chronicle;
    private final Fate fate;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Integer> acknowledged = new ArrayList<>();

    /// @param number counted from 0
    public Replica(Service service, int number, Broker broker, Chronicle chronicle, Fate fate) {
        this.service = service;
        this.number = number;
        this.broker = broker;
        this.chronicle = chronicle;
        this.fate = fate;
    }

    /// Adds a worker for this work.
    public void does(String name, Work work) {
        workers.add(new Worker(this, name, work, fate));
    }

    /// Adds a worker that reads a topic.
    public void reads(Inbound<?> inbound, Wire wire) {
        does("reading " + inbound.topic().name(), new Reading<>(this, inbound, broker, wire, fate));
    }

    /// Adds a worker that sweeps the outbox.
    public void sweeps() {
        does("sweeping", new Sweeping(this, fate));
    }

    public Service service() {
        return service;
    }

    public List<Worker> workers() {
        return workers;
    }

    /// Whether the partition is currently assigned to this replica.
    boolean reads(int partition) {
        return service.readerOf(partition) == number;
    }

    /// Resets the replica to its state after a start.
    public void forgetAll() {
        workers.forEach(Worker::forget);
        acknowledged.clear();
    }

    void crash(String where) {
        note(where + ": crash");
        forgetAll();
    }

    void note(String event) {
        chronicle.note(event);
    }

    /// Records an event of a message at this replica.
    void tell(String what, Letter letter) {
        chronicle.note(letter.payment(), () -> this + " " + what + " " + letter);
    }

    void committed(Row row) {
        acknowledged.clear();
        row.letters().forEach(broker::committed);
        row.letters().forEach(letter -> tell("commits", letter));
    }

    void send(Letter letter) {
        tell("sends", letter);
        broker.send(letter);
    }

    void acknowledge(int row) {
        acknowledged.add(row);
    }

    /// Rows whose messages the broker has acknowledged and that are not deleted yet.
    Collection<Integer> acknowledged() {
        return acknowledged;
    }

    @Override
    public String toString() {
        return service.name() + "/" + number;
    }
}
