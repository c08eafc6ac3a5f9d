package io.paymentsengine.faultagent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/// Makes a JVM halt where a test wants it to: `-javaagent:fault-agent.jar=folder`. It does nothing
/// until it is told to; see [Post].
public final class Agent {

    private Agent() {}

    /// What the JVM calls before the program starts.
    ///
    /// @param folder of the [Post]
    public static void premain(String folder, Instrumentation instrumentation) {
        Post post = new Post(Path.of(folder));
        Passages.reportTo(post);
        instrumentation.addTransformer(new Weaver(post.points()));
    }
}
