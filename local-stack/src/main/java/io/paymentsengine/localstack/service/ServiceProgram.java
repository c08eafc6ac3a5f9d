package io.paymentsengine.localstack.service;

import io.paymentsengine.localstack.process.Child;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Java;
import io.paymentsengine.localstack.process.Launch;
import io.paymentsengine.localstack.process.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Runs one service in its own JVM.
public final class ServiceProgram implements Program {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Service service;
    private final Places places;
    private final List<String> options;
    private final Path apps;
    private final Path jar;
    private final Path log;

    /// Creates the program of a service.
    ///
    /// @param options of the JVM; `{service}` in an option stands for the service's title
    /// @param apps the folder below which the jar is extracted
    /// @param logs the folder that gets the log file
    public ServiceProgram(
            Service service,
            Places places,
            List<String> options,
            Path repository,
            Path apps,
            Path logs) {
        this.service = service;
        this.places = places;
        this.options =
                options.stream().map(each -> each.replace("{service}", service.title())).toList();
        this.apps = apps;
        this.jar = jarOf(service, repository);
        this.log = logs.resolve(service.title() + ".log");
    }

    /// The path at which the build puts a service's boot jar.
    static Path jarOf(Service service, Path repository) {
        return repository.resolve(service.title(), "target", service.title() + ".jar");
    }

    @Override
    public Launch prepare() {
        Folders.makeFor(log);
        Path laidOut = laidOut();
        List<String> command =
                Stream.of(
                                Stream.of(Java.executable()),
                                options.stream(),
                                ClassArchive.of(laidOut).options(options).stream(),
                                Stream.of("-jar", laidOut.toString()))
                        .flatMap(part -> part)
                        .toList();
        return new Launch(service.title(), command, places.environment(service), apps, log);
    }

    public boolean hasClassArchive() {
        return ClassArchive.of(laidOut()).exists();
    }

    /// Halves the cost of later starts, once for each build. The service pauses for some seconds.
    ///
    /// @return whether an archive was written; false if there is one already
    public boolean writeClassArchive(long pid) {
        ClassArchive archive = ClassArchive.of(laidOut());
        if (archive.exists()) {
            return false;
        }
        archive.writeFrom(pid, log);
        return true;
    }

    private Path laidOut() {
        return new BootJar(service, jar).laidOut(apps, log);
    }

    @Override
    public boolean isReady(Child child) {
        return places.isReady(service);
    }

    @Override
    public void end(Child child) {
        child.end(PATIENCE);
    }
}
