package io.paymentsengine.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How to start a program: everything it prints goes to the log file.
public record Launch(
        String name, List<String> command, Map<String, String> environment, Path folder, Path log) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
