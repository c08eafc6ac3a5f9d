package io.paymentsengine.suite.mesh.pod;

import java.io.IOException;
import java.util.Arrays;

/// The program of the test pods. `serve` answers requests until the pod ends, `collect` also receives spans,
/// `call` makes some requests and prints the responses, and `load` makes many and prints their latencies.
public final class Agent {

    private Agent() {}

    /// Runs the command in the first argument.
    public static void main(String... arguments) throws IOException {
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments[0]) {
            case "serve" -> Callee.serve();
            case "collect" -> {
                Callee.serve();
                Collector.serve();
            }
            case "call" -> Calls.make(rest);
            case "load" -> Load.make(rest);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
