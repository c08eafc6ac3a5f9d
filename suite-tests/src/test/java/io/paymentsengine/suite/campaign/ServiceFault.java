package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Posix;
import io.paymentsengine.localstack.service.Service;
import java.time.Duration;
import java.util.Optional;

/// Faults of services.
sealed interface ServiceFault extends Fault {

    @Override
    default Duration target() {
        return Duration.ofSeconds(10);
    }

    /// `kill -9`, followed by a new process.
    record Killed(Service service) implements ServiceFault {

        @Override
        public String name() {
            return service.title() + "-killed";
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(3);
        }

        @Override
        public void begin(MachineRoom room) {
            room.stack().service(service).kill();
        }

        @Override
        public void end(MachineRoom room) {
            room.stack().service(service).start();
        }
    }

    /// Why processes cannot be paused on this machine; empty if they can.
    static Optional<String> noPauses() {
        return Posix.isHere()
                ? Optional.empty()
                : Optional.of("processes cannot be paused on Windows");
    }

    /// `SIGSTOP` and `SIGCONT`, possibly for so long that another process of the service takes over.
    record Paused(Service service) implements ServiceFault {

        /// After this time another process must have taken over: the broker gives up on a silent consumer
        /// after six seconds, and the other notices within two more.
        private static final Duration TAKEN_OVER = Duration.ofSeconds(10);

        @Override
        public String name() {
            return service.title() + "-paused";
        }

        @Override
        public Optional<String> hindrance() {
            return noPauses();
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(14);
        }

        @Override
        public void prepare(MachineRoom room) {
            room.awaitSecondInstance(service);
        }

        @Override
        public void begin(MachineRoom room) {
            room.stack().service(service).pause();
            long paused = System.nanoTime();
            room.undoLater(
                    () ->
                            room.demand(
                                    System.nanoTime() - paused < TAKEN_OVER.toNanos()
                                            || room.isTakenOver(service),
                                    name() + ": no other process took over"));
        }

        @Override
        public void end(MachineRoom room) {
            room.undo();
            room.stack().service(service).resume();
        }
    }

    /// A service's clock jumps, and jumps back when it is set right.
    record ClockStep(Service service, Duration by) implements ServiceFault {

        @Override
        public String name() {
            return service.title() + (by.isPositive() ? "-clock-forward" : "-clock-back");
        }

        /// Whether this clock decides on payments' deadlines: account-service has none.
        boolean tellsDeadlines() {
            return service != Service.ACCOUNT_SERVICE;
        }

        @Override
        public void begin(MachineRoom room) {
            ServiceClock.set(room.stack().service(service).pid(), by);
        }

        @Override
        public void end(MachineRoom room) {
            ServiceClock.set(room.stack().service(service).pid(), Duration.ZERO);
        }
    }
}
