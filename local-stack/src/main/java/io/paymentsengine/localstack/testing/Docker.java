package io.paymentsengine.localstack.testing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.testcontainers.DockerClientFactory;

/// Whether a Docker daemon answers. Checked and logged once.
final class Docker {

    private static final Logger LOG = LoggerFactory.getLogger(Docker.class);

    /// A logger that logs an error if there is no Docker, which is not an error here.
    private static final String SEARCH = "org.testcontainers.dockerclient";

    private static final boolean ANSWERS = search();

    private Docker() {}

    static boolean answers() {
        return ANSWERS;
    }

    private static boolean search() {
        LoggingSystem logging = LoggingSystem.get(Docker.class.getClassLoader());
        logging.setLogLevel(SEARCH, LogLevel.OFF);
        boolean answers = DockerClientFactory.instance().isDockerAvailable();
        logging.setLogLevel(SEARCH, null);
        LOG.info(
                "Stores for tests: {}",
                answers ? "containers (Docker answers)" : "processes (no Docker answers)");
        return answers;
    }
}
