package io.paymentsengine.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Sends diagnostic commands to running JVMs, with the `jcmd` of the JDK that runs this JVM.
public final class Jcmd {

    private Jcmd() {}

    /// Has a JVM carry out a command, such as `GC.run`, and returns when it is done.
    ///
    /// @param log the file to which the output is appended
    /// @throws StartFailed if the command fails
    public static void run(long pid, Path log, String... command) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> all =
                Stream.concat(Stream.of(jcmd, Long.toString(pid)), Stream.of(command)).toList();
        Child.run(new Launch("jcmd", all, Map.of(), Path.of("").toAbsolutePath(), log));
    }
}
