package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.process.Jcmd;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/// Shows where the services spend their time: Flight Recorder records them during a round, and each recording
/// becomes a flame graph. Recording costs a few percent, so no figures are taken from that round.
final class Profiles {

    private static final String RECORDING = "name=benchmark";

    private final LocalSuite suite;
    private final Path folder;

    /// @param folder where the pages and recordings are kept
    Profiles(LocalSuite suite, Path folder) throws IOException {
        this.suite = suite;
        this.folder = Files.createDirectories(folder).toAbsolutePath();
    }

    /// The page of a service, relative to the folder of the benchmark's own page.
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
            throw new IllegalStateException(service.title() + " is not running");
        }
        return pid;
    }
}
