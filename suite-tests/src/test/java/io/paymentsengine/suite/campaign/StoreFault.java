package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.store.RedisCommands;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Faults of stores and of the connections to them.
sealed interface StoreFault extends Fault {

    /// `kill -9` of all processes of a store: what was not durable is lost.
    record Killed(Store store) implements StoreFault {

        @Override
        public String name() {
            return store.title() + "-killed";
        }

        @Override
        public void begin(MachineRoom room) {
            store.in(room.stack()).kill();
        }

        @Override
        public void end(MachineRoom room) {
            store.in(room.stack()).start();
        }
    }

    /// A store that is stopped cleanly, as for an upgrade.
    record Stopped(Store store) implements StoreFault {

        @Override
        public String name() {
            return store.title() + "-stopped";
        }

        @Override
        public void begin(MachineRoom room) {
            store.in(room.stack()).stop();
        }

        @Override
        public void end(MachineRoom room) {
            store.in(room.stack()).start();
        }
    }

    /// A store whose connections stay open but that does not respond.
    record Paused(Store store) implements StoreFault {

        @Override
        public String name() {
            return store.title() + "-paused";
        }

        @Override
        public Optional<String> hindrance() {
            return ServiceFault.noPauses();
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(12);
        }

        @Override
        public void begin(MachineRoom room) {
            store.in(room.stack()).pause();
        }

        @Override
        public void end(MachineRoom room) {
            store.in(room.stack()).resume();
        }
    }

    /// Redis is flushed, at the beginning and at the end.
    record RedisFlushed() implements StoreFault {

        @Override
        public String name() {
            return "redis-flushed";
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void begin(MachineRoom room) {
            flush(room.stack().redis());
        }

        @Override
        public void end(MachineRoom room) {
            flush(room.stack().redis());
        }

        private static void flush(Server redis) {
            RedisCommands.flush(redis);
        }
    }

    /// The connection to a store is slow, cut, or loses all responses.
    record LinkBroken(Store store, Link.Mood mood) implements StoreFault {

        @Override
        public String name() {
            return "%s-link-%s".formatted(store.title(), mood.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public void begin(MachineRoom room) {
            Link link = room.link(store);
            long before = link.hurt();
            link.become(mood);
            room.undoLater(() -> room.demand(link.hurt() > before, name() + " had no effect"));
        }

        @Override
        public void end(MachineRoom room) {
            room.undo();
            room.link(store).become(Link.Mood.OPEN);
        }
    }

    /// PostgreSQL's disk is full.
    record DiskFull() implements StoreFault {

        @Override
        public String name() {
            return "disk-full";
        }

        @Override
        public Optional<String> hindrance() {
            return SmallDisk.hindrance();
        }

        @Override
        public boolean needsSmallDisk() {
            return true;
        }

        @Override
        public void begin(MachineRoom room) {
            room.disk().fill();
        }

        @Override
        public void end(MachineRoom room) {
            room.disk().empty();
            room.mendPostgres();
        }
    }
}
