package io.paymentsengine.localstack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Ensures that no child process outlives this JVM, however it ends: `exit`, Ctrl-C or `kill -9`.
///
/// A second, very small JVM ([GuardProcess]) is notified of every child through a pipe. When this
/// JVM is gone, the pipe closes on every operating system, and the second JVM ends the children and
/// removes their folders.
public final class Guard {

    private static final List<String> SMALL_AND_QUICK =
            List.of("-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Writer orders;
    private final BufferedReader receipts;

    private Guard(Process process) {
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.receipts = process.inputReader(StandardCharsets.UTF_8);
    }

    /// The guard of this JVM, which is started with the first use.
    public static Guard ofThisJvm() {
        return Holder.GUARD;
    }

    /// Has this process ended when this JVM is gone.
    public void endWithUs(ProcessHandle child) {
        order(GuardProcess.END + child.pid());
    }

    /// Has this folder removed when this JVM and its children are gone.
    public void removeAfterUs(Path folder) {
        order(GuardProcess.REMOVE + folder.toAbsolutePath());
    }

    /// Has this file locked until the last child has ended.
    public void lock(Path file) {
        order(GuardProcess.LOCK + file.toAbsolutePath());
    }

    /// Releases a [#lock] early.
    public void unlock(Path file) {
        order(GuardProcess.UNLOCK + file.toAbsolutePath());
    }

    private synchronized void order(String line) {
        try {
            orders.write(line + System.lineSeparator());
            orders.flush();
            if (receipts.readLine() == null) {
                throw new IOException("no receipt for: " + line);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("the guard process of this JVM has ended", gone);
        }
    }

    private static final class Holder {

        private static final Guard GUARD = start();

        private static Guard start() {
            List<String> command =
                    Java.command(
                            SMALL_AND_QUICK,
                            List.of(Java.codeOf(Guard.class).toString()),
                            GuardProcess.class.getName());
            try {
                return new Guard(
                        new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
