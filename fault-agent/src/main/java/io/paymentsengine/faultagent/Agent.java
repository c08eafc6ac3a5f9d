package io.paymentsengine.faultagent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/// A Java agent that halts a JVM at a point that a test chooses:
/// `-javaagent:fault-agent.jar=folder`. It does nothing until a halt is ordered; see [Post].
public final class Agent {

    private Agent() {}

    /// Called by the JVM before the program starts.
    ///
    /// @param folder the folder of the [Post]
    public static void premain(String folder, Instrumentation instrumentation) {
        Post post = new Post(Path.of(folder));
        Passages.reportTo(post);
        instrumentation.addTransformer(new Weaver(post.points()));
    }
}
