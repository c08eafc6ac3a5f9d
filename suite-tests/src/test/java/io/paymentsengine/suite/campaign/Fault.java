package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.service.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Something that is broken for a while and then mended. What it needs it finds in the machine room.
sealed interface Fault permits ServiceFault, StoreFault, MessageFault {

    /// More than the time that a saga has.
    Duration FORWARD = Duration.ofMinutes(3);

    Duration BACK = FORWARD.negated();

    /// What `-Dfault=` calls it.
    String name();

    /// How long it lasts at most; the seed says how long.
    default Duration longest() {
        return Duration.ofSeconds(8);
    }

    /// How soon after its end all should flow again.
    default Duration target() {
        return Duration.ofSeconds(15);
    }

    /// Why it can't be had on this machine; empty where it can.
    default Optional<String> hindrance() {
        return Optional.empty();
    }

    /// Whether PostgreSQL has to live on a disk that can be filled.
    default boolean needsSmallDisk() {
        return false;
    }

    /// Sees to what it takes, while all is well.
    default void prepare(MachineRoom room) {}

    void begin(MachineRoom room);

    /// Returns when what was broken is ready again.
    void end(MachineRoom room);

    /// Every fault there is.
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
