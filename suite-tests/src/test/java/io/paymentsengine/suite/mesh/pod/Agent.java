package io.paymentsengine.suite.mesh.pod;

import java.io.IOException;
import java.util.Arrays;

/// What runs in a pod: `serve` answers requests until the pod ends, `collect` takes spans besides, `call`
/// makes some requests and tells of the answers, `load` makes many and tells how long they took.
public final class Agent {

    private Agent() {}

    /// Serves, collects, or calls.
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
