package io.paymentsengine.localstack.process;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Features that only POSIX systems (Linux and macOS) have.
public final class Posix {

    /// In a user namespace without a mapping, root runs as nobody and still owns its files.
    private static final List<String> AS_NOBODY_IN_A_NAMESPACE = List.of("unshare", "--user");

    /// Runs as nobody, with the capability to pass through root's folders.
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

    /// The prefix that makes a command run as a user other than root; empty if this JVM is not
    /// root.
    ///
    /// @throws IllegalStateException if this system has no way to do that
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

    /// Whether a program with this prefix needs its files to be chowned to nobody first.
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
