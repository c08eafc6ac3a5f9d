package io.paymentsengine.localstack.image;

import io.paymentsengine.localstack.process.Child;
import io.paymentsengine.localstack.process.Launch;
import io.paymentsengine.localstack.process.Program;
import io.paymentsengine.localstack.service.Places;
import io.paymentsengine.localstack.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Runs one service from its image.
///
/// @param tmp the folder that becomes its `/tmp`
record ImageProgram(Service service, Image image, Places places, Path tmp, Path log)
        implements Program {

    /// Long, because a JVM in training is slow and writes its cache before it exits.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public Launch prepare() {
        Map<String, String> environment = new TreeMap<>(image.environment());
        environment.putAll(places.environment(service));
        return new Launch(service.title(), image.command(tmp), environment, tmp, log);
    }

    @Override
    public boolean isReady(Child child) {
        return places.isReady(service);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void end(Child child) {
        child.end(PATIENCE);
    }
}
