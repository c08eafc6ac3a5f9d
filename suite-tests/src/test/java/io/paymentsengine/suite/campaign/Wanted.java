package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.Numbers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The settings given with `-D`: `seed`, `seeds=A..B` or `seeds=A`, `minutes`, `fault`, `clients`.
///
/// @param runs in order; runs that need another disk, and therefore a restart of everything, come last
/// @param impossible faults that are not possible on this machine, with the reason
record Wanted(List<Run> runs, List<String> impossible) {

    private static final String EACH = "each";
    private static final String ALL = "all";
    private static final int SMALL_DISK_EVERY = 3;
    private static final int CLIENTS = 24;

    private record Basics(Duration length, int clients, List<Fault> possible) {}

    Wanted {
        runs = List.copyOf(runs);
        impossible = List.copyOf(impossible);
    }

    /// @param faults all faults
    /// @param hindrance why a fault is not possible on this machine; empty if it is
    /// @throws IllegalArgumentException if a setting is invalid
    static Wanted of(
            Properties told, List<Fault> faults, Function<Fault, Optional<String>> hindrance) {
        Numbers numbers = Numbers.of(told);
        List<Fault> asked = asked(value(told, "fault", ALL), faults);
        List<String> impossible =
                asked.stream()
                        .flatMap(
                                fault ->
                                        hindrance
                                                .apply(fault)
                                                .map(why -> fault.name() + ": " + why)
                                                .stream())
                        .toList();
        Basics basics =
                new Basics(
                        Duration.ofMillis(Math.round(numbers.positive("minutes", 1) * 60_000)),
                        numbers.from(1, "clients", CLIENTS),
                        asked.stream().filter(fault -> hindrance.apply(fault).isEmpty()).toList());
        if (basics.possible().isEmpty()) {
            return new Wanted(List.of(), impossible);
        }
        boolean each = value(told, "fault", ALL).equals(EACH);
        return new Wanted(
                seeds(numbers)
                        .boxed()
                        .flatMap(seed -> runs(seed, each, basics))
                        .sorted(Comparator.comparing(Run::needsSmallDisk))
                        .toList(),
                impossible);
    }

    private static Stream<Run> runs(long seed, boolean each, Basics basics) {
        if (!each) {
            return Stream.of(run("seed " + seed, seed, forSeed(seed, basics.possible()), basics));
        }
        return basics.possible().stream()
                .map(fault -> run(fault.name() + ", seed " + seed, seed, List.of(fault), basics));
    }

    /// A disk that can be filled is in memory, where commits take no time, so most seeds use a real one.
    private static List<Fault> forSeed(long seed, List<Fault> faults) {
        boolean smallDisk = seed % SMALL_DISK_EVERY == 0;
        return faults.size() == 1
                ? faults
                : faults.stream().filter(fault -> smallDisk || !fault.needsSmallDisk()).toList();
    }

    private static Run run(String name, long seed, List<Fault> faults, Basics basics) {
        return new Run(name, seed, faults, basics.length(), basics.clients());
    }

    private static List<Fault> asked(String name, List<Fault> faults) {
        if (name.equals(ALL) || name.equals(EACH)) {
            return faults;
        }
        List<Fault> named = faults.stream().filter(fault -> fault.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException(
                    "-Dfault=%s: must be %s, %s or one of %s"
                            .formatted(name, ALL, EACH, faults.stream().map(Fault::name).toList()));
        }
        return named;
    }

    private static LongStream seeds(Numbers numbers) {
        return numbers.range("seeds")
                .map(range -> LongStream.rangeClosed(range.first(), range.last()))
                .orElseGet(
                        () ->
                                LongStream.of(
                                        numbers.any("seed")
                                                .orElseGet(
                                                        () -> new Random().nextInt(1, 1_000_000))));
    }

    private static String value(Properties told, String name, String otherwise) {
        String value = told.getProperty(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
