package io.paymentsengine.localstack;

import io.paymentsengine.localstack.process.Java;
import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.store.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The settings of a local run of the suite.
///
/// @param repository the repository in which the services were built
/// @param folder where data, logs and unpacked services are kept
/// @param ports the port of each process
/// @param detours the ports at which services reach stores through a proxy; services reach stores
///     that are not in the map directly
/// @param fresh whether to delete the data of earlier runs
/// @param options of the services' JVMs; `{service}` in an option stands for the service's title
public record Settings(
        Path repository,
        Path folder,
        PortPlan ports,
        Map<Processes.Port, Integer> detours,
        boolean fresh,
        List<String> options) {

    /// For a small machine: favours a quick start and little memory over throughput.
    private static final List<String> SMALL_AND_QUICK =
            Java.withHugePages(
                    List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    private static final String FOLDER = ".local";

    public Settings {
        detours = Map.copyOf(detours);
        options = List.copyOf(options);
    }

    /// The settings passed to `./mvnw -Prun` with `-D`: `fresh`, `folder`, `ports.offset`, `ports`
    /// and `jvm` (options of the services' JVMs, instead of the default ones).
    ///
    /// @throws IllegalArgumentException if a setting is invalid
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

    /// Settings for tests, with a separate folder and free ports.
    public static Settings apart(Path folder) {
        return new Settings(
                Repository.folder(),
                folder,
                PortPlan.of(_ -> Ports.free()),
                Map.of(),
                false,
                SMALL_AND_QUICK);
    }

    /// The same settings, with services reaching these stores through a proxy.
    public Settings through(Map<Processes.Port, Integer> detours) {
        return new Settings(repository, folder, ports, detours, fresh, options);
    }

    /// The port at which services reach a store.
    int reached(Processes.Port store) {
        return detours.getOrDefault(store, ports.of(store));
    }

    /// The same settings, with additional options of the services' JVMs.
    public Settings with(List<String> further) {
        return new Settings(
                repository,
                folder,
                ports,
                detours,
                fresh,
                Stream.concat(options.stream(), further.stream()).toList());
    }

    /// Whether a switch is set: `-Dname` or `-Dname=true`.
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
