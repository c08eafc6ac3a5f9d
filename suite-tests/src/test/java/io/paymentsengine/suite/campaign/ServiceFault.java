package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.service.Service;
import java.time.Duration;

/// What can happen to a service.
sealed interface ServiceFault extends Fault {

    @Override
    default Duration target() {
        return Duration.ofSeconds(10);
    }

    /// `kill -9`, and a new process.
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

    /// `SIGSTOP` and `SIGCONT`: also for so long that others take it for dead.
    record Paused(Service service) implements ServiceFault {

        @Override
        public String name() {
            return service.title() + "-paused";
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(12);
        }

        @Override
        public void begin(MachineRoom room) {
            room.stack().service(service).pause();
        }

        @Override
        public void end(MachineRoom room) {
            room.stack().service(service).resume();
        }
    }

    /// A service's clock jumps, and jumps again when it is set right.
    record ClockStep(Service service, Duration by) implements ServiceFault {

        @Override
        public String name() {
            return service.title() + (by.isPositive() ? "-clock-forward" : "-clock-back");
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
