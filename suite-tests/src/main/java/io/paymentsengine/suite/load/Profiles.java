package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.process.Jcmd;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/// Where the services spend their time: Flight Recorder watches them for a round, and what it saw
/// becomes a flame graph for each. Watching costs a few percent, so that no figure comes from such a
/// round.
final class Profiles {

    private static final String RECORDING = "name=benchmark";

    private final LocalSuite suite;
    private final Path folder;

    /// @param folder where the pages and the recordings are kept
    Profiles(LocalSuite suite, Path folder) throws IOException {
        this.suite = suite;
        this.folder = Files.createDirectories(folder).toAbsolutePath();
    }

    /// The page of a service, seen from the folder that the benchmark writes its own page to.
    static String pageOf(Service service) {
        return "profiles/" + service.title() + ".html";
    }

    void start() {
        for (Service service : Service.values()) {
            ask(service, "JFR.start", RECORDING, "settings=profile");
        }
    }

    void stop() throws IOException {
        for (Service service : Service.values()) {
            Path recording = folder.resolve(service.title() + ".jfr");
            ask(service, "JFR.stop", RECORDING, "filename=" + recording);
            JfrToFlame.convert(
                    recording.toString(),
                    folder.resolve(service.title() + ".html").toString(),
                    new Arguments("--title", service.title()));
        }
    }

    private void ask(Service service, String... command) {
        Jcmd.run(pidOf(service), suite.logs().resolve("jcmd.log"), command);
    }

    private long pidOf(Service service) {
        Long pid = suite.pids().get(service.title());
        if (pid == null) {
            throw new IllegalStateException(service.title() + " doesn't run");
        }
        return pid;
    }
}
