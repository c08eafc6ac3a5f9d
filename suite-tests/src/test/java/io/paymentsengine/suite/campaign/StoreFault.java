package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.store.RedisCommands;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What can happen to a store, and on the way to it.
sealed interface StoreFault extends Fault {

    /// `kill -9` of every process of a store: what it had not made durable is lost.
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

    /// A store that is ended in good order, as for an upgrade.
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

    /// A store that keeps its connections and answers nothing.
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

    /// Redis forgets everything, again and again.
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

    /// The way to a store is slow, cut, or loses all answers.
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
            room.undoLater(() -> room.demand(link.hurt() > before, name() + " hurt nobody"));
        }

        @Override
        public void end(MachineRoom room) {
            room.undo();
            room.link(store).become(Link.Mood.OPEN);
        }
    }

    /// PostgreSQL can't write a byte more.
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
