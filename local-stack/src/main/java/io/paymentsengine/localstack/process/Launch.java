package io.paymentsengine.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How to start a program.
///
/// @param name names the program in error messages
/// @param environment variables in addition to those of this JVM
/// @param folder the working directory
/// @param log the file that gets everything that the program prints
public record Launch(
        String name, List<String> command, Map<String, String> environment, Path folder, Path log) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
