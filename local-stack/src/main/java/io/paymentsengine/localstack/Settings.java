package io.paymentsengine.localstack;

import io.paymentsengine.localstack.process.Java;
import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.store.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How the suite runs here.
///
/// @param repository where the services were built
/// @param folder where data, logs and unpacked services are kept
/// @param ports who listens where
/// @param detours where the services are told that stores listen, if not there: somebody in between
///     passes on what they say
/// @param fresh forget the data of earlier runs
/// @param options of the services' JVMs; `{service}` in one stands for the service's title
public record Settings(
        Path repository,
        Path folder,
        PortPlan ports,
        Map<Processes.Port, Integer> detours,
        boolean fresh,
        List<String> options) {

    /// Made for a small machine: a quick start and little memory before the highest throughput.
    private static final List<String> SMALL_AND_QUICK =
            Java.withHugePages(
                    List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    private static final String FOLDER = ".local";

    public Settings {
        detours = Map.copyOf(detours);
        options = List.copyOf(options);
    }

    /// What `./mvnw -Prun` was told with `-D`: `fresh`, `folder`, `ports.offset`, `ports` and
    /// `jvm` (options of the services' JVMs, instead of the usual ones).
    ///
    /// @throws IllegalArgumentException if it makes no sense
    public static Settings ofSystemProperties() {
        Path repository = Repository.folder();
        return new Settings(
                repository,
                property("folder").map(Path::of).orElseGet(() -> repository.resolve(FOLDER)),
                PortPlan.USUAL
                        .shifted(
                                Numbers.ofSystemProperties()
                                        .between(0, PortPlan.USUAL.room(), "ports.offset", 0))
                        .changed(property("ports").orElse("")),
                Map.of(),
                isSet("fresh"),
                property("jvm").map(Settings::words).orElse(SMALL_AND_QUICK));
    }

    /// For tests: a folder of their own and ports that nobody uses.
    public static Settings apart(Path folder) {
        return new Settings(
                Repository.folder(),
                folder,
                PortPlan.of(_ -> Ports.free()),
                Map.of(),
                false,
                SMALL_AND_QUICK);
    }

    /// The same, with the services reaching these stores in a roundabout way.
    public Settings through(Map<Processes.Port, Integer> detours) {
        return new Settings(repository, folder, ports, detours, fresh, options);
    }

    /// The port at which services reach a store.
    int reached(Processes.Port store) {
        return detours.getOrDefault(store, ports.of(store));
    }

    /// The same with further options of the services' JVMs.
    public Settings with(List<String> further) {
        return new Settings(
                repository,
                folder,
                ports,
                detours,
                fresh,
                Stream.concat(options.stream(), further.stream()).toList());
    }

    /// Whether a switch was given: `-Dname` or `-Dname=true`.
    static boolean isSet(String name) {
        return property(name).filter(value -> !value.equals("false")).isPresent();
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static List<String> words(String line) {
        return Stream.of(line.strip().split(" +")).toList();
    }
}
