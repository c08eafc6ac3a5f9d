package io.paymentsengine.localstack.process;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What only Linux and macOS know.
public final class Posix {

    /// In a user namespace without a mapping everybody is nobody, and yet owns root's files.
    private static final List<String> AS_NOBODY_IN_A_NAMESPACE = List.of("unshare", "--user");

    /// Nobody, but free to pass through root's folders.
    private static final List<String> AS_NOBODY_WITH_A_PASS =
            List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "--inh-caps=-all,+dac_override",
                    "--ambient-caps=-all,+dac_override");

    private Posix() {}

    public static boolean isHere() {
        return !System.getProperty("os.name").startsWith("Windows");
    }

    public static boolean isRoot() {
        return isHere() && new UnixSystem().getUid() == 0;
    }

    /// What to put before a command so that it doesn't run as root; nothing where we aren't root.
    ///
    /// @throws IllegalStateException if this system offers no way
    public static List<String> asNobody() {
        if (!isRoot()) {
            return List.of();
        }
        return way().orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "PostgreSQL refuses to run as root, and neither `unshare"
                                                + " --user` nor `setpriv` works here: run this as"
                                                + " another user"));
    }

    /// Whether files must be given to nobody before nobody may own them.
    public static boolean needsChown(List<String> prefix) {
        return prefix.equals(AS_NOBODY_WITH_A_PASS);
    }

    private static Optional<List<String>> way() {
        return Stream.of(AS_NOBODY_IN_A_NAMESPACE, AS_NOBODY_WITH_A_PASS)
                .filter(Posix::works)
                .findFirst();
    }

    private static boolean works(List<String> prefix) {
        List<String> command = Stream.concat(prefix.stream(), Stream.of("true")).toList();
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
