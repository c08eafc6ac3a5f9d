package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.service.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Something that is broken for a while and then fixed. It acts through the [MachineRoom].
sealed interface Fault permits ServiceFault, StoreFault, MessageFault {

    /// More than a saga's deadline.
    Duration FORWARD = Duration.ofMinutes(3);

    Duration BACK = FORWARD.negated();

    /// The name for `-Dfault=`.
    String name();

    /// The longest duration; the actual one depends on the seed.
    default Duration longest() {
        return Duration.ofSeconds(8);
    }

    /// The target for the time from the end of the fault until payments flow as before.
    default Duration target() {
        return Duration.ofSeconds(15);
    }

    /// Why it is not possible on this machine; empty if it is.
    default Optional<String> hindrance() {
        return Optional.empty();
    }

    /// Whether PostgreSQL must run on a disk that can be filled.
    default boolean needsSmallDisk() {
        return false;
    }

    /// Prepares for the fault while everything works.
    default void prepare(MachineRoom room) {}

    void begin(MachineRoom room);

    /// Ends the fault, and returns when what was broken is ready again.
    void end(MachineRoom room);

    /// Every fault.
    static List<Fault> all() {
        return Stream.<Stream<Fault>>of(
                        each(Service.values(), ServiceFault.Killed::new),
                        each(Service.values(), ServiceFault.Paused::new),
                        each(Store.values(), StoreFault.Killed::new),
                        each(Store.values(), StoreFault.Stopped::new),
                        each(Store.values(), StoreFault.Paused::new),
                        Stream.of(new StoreFault.RedisFlushed()),
                        each(
                                Store.values(),
                                store -> new StoreFault.LinkBroken(store, Link.Mood.SLOW)),
                        each(
                                Store.values(),
                                store -> new StoreFault.LinkBroken(store, Link.Mood.CUT)),
                        each(
                                Store.values(),
                                store -> new StoreFault.LinkBroken(store, Link.Mood.DEAF)),
                        Stream.of(
                                new MessageFault.RebalanceStorm(),
                                new MessageFault.TenTimes(),
                                new MessageFault.Poisoned(),
                                new StoreFault.DiskFull()),
                        each(Service.values(), each -> new ServiceFault.ClockStep(each, FORWARD)),
                        each(Service.values(), each -> new ServiceFault.ClockStep(each, BACK)))
                .flatMap(faults -> faults)
                .toList();
    }

    private static <T> Stream<Fault> each(T[] victims, Function<T, Fault> breaking) {
        return Arrays.stream(victims).map(breaking);
    }
}
