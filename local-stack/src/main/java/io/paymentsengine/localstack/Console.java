package io.paymentsengine.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Prints what happens, with the seconds since the start, in plain ASCII for any terminal.
public final class Console {

    private final PrintStream out;
    private final Instant start = Instant.now();

    public Console(PrintStream out) {
        this.out = out;
    }

    /// A console that prints nothing.
    public static Console silent() {
        return new Console(new PrintStream(PrintStream.nullOutputStream()));
    }

    /// Prints an event, with the time.
    public void say(String what) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        print(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, what));
    }

    /// Prints a line as it is.
    public synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
