package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.process.Server;
import java.time.Duration;
import java.util.List;

/// Faults of messages and their consumers.
sealed interface MessageFault extends Fault {

    /// Two instances of each service, and consumers that join and leave; one of the services' instances is
    /// killed.
    record RebalanceStorm() implements MessageFault {

        @Override
        public String name() {
            return "rebalance-storm";
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(15);
        }

        @Override
        public void prepare(MachineRoom room) {
            room.further();
        }

        @Override
        public void begin(MachineRoom room) {
            List<Server> further = room.further();
            Storm storm = Storm.start(room);
            room.undoLater(
                    () -> {
                        storm.close();
                        room.demand(storm.taken() > 0, "no stranger was assigned a partition");
                    });
            further.get(room.random().nextInt(further.size())).kill();
        }

        @Override
        public void end(MachineRoom room) {
            room.undo();
        }
    }

    /// Every message comes ten more times, in any order.
    record TenTimes() implements MessageFault {

        @Override
        public String name() {
            return "ten-times-shuffled";
        }

        @Override
        public void begin(MachineRoom room) {
            Echo echo = Echo.start(room);
            room.undoLater(
                    () -> {
                        echo.close();
                        room.demand(echo.echoes() > 0, "nothing was echoed");
                    });
        }

        @Override
        public void end(MachineRoom room) {
            room.undo();
        }
    }

    /// Messages that cannot be handled, on every topic.
    record Poisoned() implements MessageFault {

        @Override
        public String name() {
            return "poison";
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void begin(MachineRoom room) {
            poison(room);
        }

        @Override
        public void end(MachineRoom room) {
            poison(room);
        }

        private static void poison(MachineRoom room) {
            room.poisoner().poison("NED-001", room.latestPaymentOf("STD-001"));
        }
    }
}
